"""An upload that was checked and confirmed → an entry of the journal and the snapshot with its figures."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pyarrow
from pyarrow import parquet

from etl.examine import Submission
from etl.gather import gather
from etl.journal.confirming import unconfirmed
from etl.journal.disk import add
from etl.journal.lock import writing
from etl.journal.standing import Standing, standing
from etl.kind import claim
from etl.load import Tell, commit, quiet
from etl.readers.document import Document
from etl.snapshots import Base, unchanged_since_build
from indicators.errors import StoreDamaged, StoreMoved
from indicators.model import Confirmation, JournalEntry, LoadKind
from indicators.store.journal import original, rows_of
from indicators.store.snapshots import digest_of

PLAIN = ["found", "value"]
"""Columns of rows in which hardly a cell says the same as another: a dictionary of them costs time."""
GROUP = 122_880
"""Rows that DuckDB takes at once: in groups of this size all cores read them."""


@dataclass(frozen=True)
class Order:
    """What is to be loaded, on whose word, and against which snapshot it was checked.

    `rows` are those of a submission that count (`etl.examine.ready.READY`), `original` the file as it came;
    `by` says who, `confirmed` which warnings they took the responsibility for.
    """

    original: bytes
    file: str
    format: str
    encoding: str
    rows: pyarrow.Table
    department: str
    year: int | None
    by: str
    note: str
    confirmed: tuple[Confirmation, ...]
    against: str
    new: int
    changed: int
    unchanged: int

    @classmethod
    def of(
        cls,
        found: Submission,
        original: bytes,
        *,
        file: str,
        department: str,
        year: int | None,
        by: str,
        note: str,
        reasons: Mapping[str, str],
    ) -> Order:
        """What a file holds; `reasons` for its warnings, by the check. Raises ValueError as `_clear`."""
        document = _clear(found, reasons)
        return cls(
            original=original,
            file=file,
            format=document.format,
            encoding=document.encoding,
            rows=found.ready,
            department=department,
            year=year,
            by=by,
            note=note,
            confirmed=tuple(Confirmation(one, reasons[one.check].strip()) for one in found.warnings),
            against=found.snapshot,
            new=found.new,
            changed=found.changed,
            unchanged=found.unchanged,
        )


def load(
    order: Order, data: Path, warehouse: Path, tell: Tell = quiet, at: datetime | None = None
) -> JournalEntry:
    """Load it, all or nothing; returns the entry of the journal. `at` is aware of its time zone.

    Raises WriterBusy; StoreMoved where another load or build came since the check; BaseChanged; StoreDamaged;
    StoreMissing; StoreMixed; InputRefused where the rows speak of what the tables do not know; ValueError
    where nobody says who or there is no figure; OSError where it cannot be written. The store then stays as
    it was.
    """
    if not order.by.strip() or not order.rows.num_rows:
        raise ValueError("a load says by whom, and at least one figure")
    tell("tables")
    base, moment = Base.of(gather(data)), at or datetime.now().astimezone()
    with writing(warehouse):
        claim(warehouse, base.content.kind)
        now = standing(warehouse)
        if order.against != now.snapshot:
            raise StoreMoved(
                f"checked against snapshot {order.against}, {now.snapshot} is in use: check again"
            )
        unchanged_since_build(base, now.snapshot, now.journal.active)
        tell("rows")
        entry = _entry(order, now, moment, _keep(order, warehouse))
        return commit(base, warehouse, now, (*now.journal.active, entry), moment.date(), entry, tell)


def _clear(found: Submission, reasons: Mapping[str, str]) -> Document:
    """The file as read. Raises ValueError where an error or a warning without a reason is against it."""
    if found.document is None or found.blocked or unconfirmed(found.warnings, reasons):
        raise ValueError("a load has no errors, and a reason for every warning")
    return found.document


def _keep(order: Order, warehouse: Path) -> tuple[str, str]:
    """Write the original and the rows, the one beside the other; returns the digests that name them.

    Raises StoreDamaged where what an earlier load kept is no longer that, OSError.
    """
    with ThreadPoolExecutor(1) as beside:
        uploaded = beside.submit(_put, warehouse, original, order.original)
        rows = _put(warehouse, rows_of, _packed(order.rows))
    return uploaded.result(), rows


def _packed(rows: pyarrow.Table) -> bytes:
    """The rows as Parquet, to be read as a whole: nobody asks for the statistics of a part."""
    told = pyarrow.BufferOutputStream()
    dictionaries = [name for name in rows.column_names if name not in PLAIN]
    how = {"compression": "zstd", "use_dictionary": dictionaries, "row_group_size": GROUP}
    parquet.write_table(rows, told, write_statistics=False, **how)
    return bytes(told.getvalue())


def _put(warehouse: Path, place: Callable[[Path, str], Path], content: bytes) -> str:
    """Write it where no earlier load did; returns its digest."""
    name = hashlib.sha256(content).hexdigest()
    path = place(warehouse, name)
    if not path.exists():
        add(path, content)
    elif digest_of(path) != name:
        raise StoreDamaged(f"{path} is not what was uploaded; restore a backup")
    return name


def _entry(order: Order, now: Standing, at: datetime, kept: tuple[str, str]) -> JournalEntry:
    return JournalEntry(
        number=now.count + 1,
        kind=LoadKind.LOAD,
        at=at.replace(microsecond=0),
        by=order.by.strip(),
        department=order.department,
        year=order.year,
        note=order.note,
        before=now.snapshot,
        snapshot="",
        previous=now.journal.fingerprint,
        file=order.file,
        format=order.format,
        encoding=order.encoding,
        file_sha256=kept[0],
        rows_sha256=kept[1],
        rows=order.rows.num_rows,
        new=order.new,
        changed=order.changed,
        unchanged=order.unchanged,
        confirmed=order.confirmed,
    )
