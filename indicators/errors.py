"""Every exception this product raises on purpose.

IndicatorsError
├── InputRefused       a table or file is faulty; carries every Fault at once
│   └── InputUnreadable  a file cannot be read at all
├── UnknownName        a name nobody knows; carries the near ones
├── CannotProject      a history that holds no forecast
├── GlyphMissing       a report holds a character that no bundled font can draw
├── CannotReport       no report can be made as asked for
├── StoreMissing       there is no snapshot yet, or the pointer leads nowhere
├── StoreDamaged       a snapshot exists and cannot be read
├── StoreMixed         real figures into a practice store, or invented ones into a real store
├── WriterBusy         another process is writing
├── StoreMoved         another load came between check and load
├── BaseChanged        the tables in data/ are no longer those of the snapshot in use
├── LaterLoads         later loads speak of the figures to be taken back; carries their numbers
└── AlreadyRolledBack  what is to be rolled back is not in force
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from indicators.model import Fault


class IndicatorsError(Exception):
    """Base of all errors that a person can act on; the message says how."""


class InputRefused(IndicatorsError):
    """An input has faults; none of it counts. `faults` lists them all."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(describe, self.faults)))


class InputUnreadable(InputRefused):
    """A file is not there, not text or not a table."""


class UnknownName(IndicatorsError):
    """A name that is not in the catalogue; `near` are the closest known ones."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        choices = sorted(set(known))
        self.near = get_close_matches(name, choices, n=3, cutoff=0.3) or choices[:3]
        super().__init__(f"{what} {name!r} is unknown; near: {', '.join(self.near)}")


class CannotProject(IndicatorsError):
    """A history that holds no forecast: fewer than two values, no number, or too far ahead."""


class GlyphMissing(IndicatorsError):
    """A character that no bundled font has: a reader would see a white box. `sign` is in `text`."""

    def __init__(self, sign: str, text: str) -> None:
        self.sign, self.text = sign, text
        super().__init__(f"the fonts of reports lack {sign!r} (U+{ord(sign):04X}), found in {text!r}")


class CannotReport(IndicatorsError):
    """A report of nobody's targets, or in a form that it does not have; nothing was written."""


class StoreMissing(IndicatorsError):
    """No snapshot to read: run `python -m etl build`."""


class StoreDamaged(IndicatorsError):
    """A snapshot or the pointer cannot be read; nothing was repaired."""


class StoreMixed(IndicatorsError):
    """Real figures for a practice store, or invented ones for a real store; nothing was written."""


class WriterBusy(IndicatorsError):
    """Another process holds the writer's lock; nothing was written."""


class StoreMoved(IndicatorsError):
    """The snapshot an upload was checked against is no longer in use; nothing was written."""


class BaseChanged(IndicatorsError):
    """A load would bring in changes of the tables in data/ as well; nothing was written."""


class LaterLoads(IndicatorsError):
    """Later loads speak of the same figures; `numbers` are theirs. Nothing was written."""

    def __init__(self, number: int, numbers: Sequence[int]) -> None:
        self.numbers = tuple(numbers)
        named = ", ".join(map(str, self.numbers))
        super().__init__(f"loads {named} speak of the same figures as load {number}")


class AlreadyRolledBack(IndicatorsError):
    """A load or roll-back that is not in force cannot be taken back; nothing was written."""


def describe(fault: Fault) -> str:
    """`targets.csv, row 3, lead: found '市商委', allowed: …`"""
    row = "" if fault.row is None else f", row {fault.row}"
    column = f", {fault.column}" if fault.column else ""
    return f"{fault.file}{row}{column}: found {fault.found!r}, allowed: {fault.allowed}"
