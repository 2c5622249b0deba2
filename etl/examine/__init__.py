"""An uploaded file beside what is known: everything that is wrong or doubtful with it, before it counts.

desk = Desk.of(Store.open(warehouse))          # once a snapshot
submission = examine(data, "2024.csv", desk, department="fagai", year=2024, today=date.today())
submission.blocked, submission.remarks, submission.ready
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from etl.examine import checks, ready
from etl.examine.batch import understand
from etl.examine.context import Context
from etl.examine.desk import Desk
from etl.examine.places import Places
from etl.examine.ready import READY
from etl.readers.document import FIGURES, Document, FileRefused
from etl.readers.files import read_document
from etl.readers.layout import figures
from indicators.model import Remark, Severity

LEVELS = tuple(Severity)
"""Worst first."""
__all__ = ["FIGURES", "READY", "Desk", "Submission", "examine", "examine_figures"]


@dataclass(frozen=True)
class Submission:
    """What a file holds and what the checks say of it.

    `document` is None where the file was not read at all. `ready` are the rows as they would count (schema
    READY), in the file's order; `new`, `changed` and `unchanged` count them beside the stored figures of
    `snapshot`. `rows_read` counts figures and marks of missing ones.
    """

    document: Document | None
    figures: pa.Table
    ready: pa.Table
    remarks: tuple[Remark, ...]
    snapshot: str
    new: int = 0
    changed: int = 0
    unchanged: int = 0

    @property
    def rows_read(self) -> int:
        """Figures the file holds, missing ones among them."""
        return int(self.figures.num_rows)

    @property
    def rows_ready(self) -> int:
        """Figures that would count."""
        return int(self.ready.num_rows)

    @property
    def blocked(self) -> bool:
        """Whether an error stands against the whole file: a load is all or nothing."""
        return any(remark.level is Severity.ERROR for remark in self.remarks)

    @property
    def warnings(self) -> tuple[Remark, ...]:
        """What needs a confirmation with a reason."""
        return tuple(remark for remark in self.remarks if remark.level is Severity.WARNING)


def examine(
    data: bytes, name: str, desk: Desk, *, department: str, year: int | None, today: date
) -> Submission:
    """Read a file and check it. `department` "" may report everything; `year` is the one chosen for the
    upload, None where a file may speak of any. A file that cannot be read gives one remark that says why."""
    try:
        document = read_document(data, name)
    except FileRefused as refusal:
        return Submission(None, FIGURES.empty_table(), READY.empty_table(), (refusal.remark,), desk.snapshot)
    table, remarks = figures(document, desk.lexicon)
    found = examine_figures(table, desk, department=department, year=year, today=today, document=document)
    return Submission(
        document,
        table,
        found.ready,
        worst_first((*document.remarks, *remarks, *found.remarks)),
        desk.snapshot,
        found.new,
        found.changed,
        found.unchanged,
    )


def worst_first(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Errors before warnings before notes, each as they were found."""
    return tuple(sorted(remarks, key=lambda one: LEVELS.index(one.level)))


def examine_figures(
    table: pa.Table,
    desk: Desk,
    *,
    department: str,
    year: int | None,
    today: date,
    document: Document | None = None,
) -> Submission:
    """Check figures that were read already (schema FIGURES)."""
    batch = understand(table, desk)
    context = Context(batch, desk, Places(batch, document), department, year, today)
    remarks, merged = checks.run(context)
    same = int(merged.unchanged(desk.stored.value).sum())
    replaced = int(merged.replaced.sum())
    return Submission(
        document,
        table,
        ready.rows(batch, desk),
        tuple(remarks),
        desk.snapshot,
        new=int(merged.filed.sum()) - replaced,
        changed=replaced - same,
        unchanged=same,
    )
