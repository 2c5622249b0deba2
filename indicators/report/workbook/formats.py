"""Number formats that show a number as the screen does: the same digits, sign, words and unit."""

from __future__ import annotations

from indicators.report.workbook.signs import allowed
from indicators.rows.quantities import Quantity
from indicators.units import MINUS

LONGEST = 255
"""Characters of a number format."""
MOST = 200
"""Number formats of a workbook; Excel promises no more than 200 to 250, depending on its language."""


class Formats:
    """The number formats of one workbook."""

    def __init__(self) -> None:
        self.known: set[str] = set()

    def of(self, shown: Quantity) -> str | None:
        """The format of a number; None where a workbook can hold no more, or none as long as this."""
        wanted = number_format(shown)
        if len(wanted) > LONGEST or (wanted not in self.known and len(self.known) >= MOST):
            return None
        self.known.add(wanted)
        return wanted


def number_format(shown: Quantity) -> str:
    """Two sections: of positive numbers and zero, and of negative ones, whose minus is the screen's.

    The section that holds for the number itself gives its text; the other is what a reader would expect.
    """
    digits = "0." + "0" * shown.digits if shown.digits else "0"
    if shown.share:
        return f"{digits}%"
    before, after = quoted(shown.before), quoted(shown.after)
    negative = shown.value < 0
    plus = "" if negative else quoted(shown.sign)
    minus = quoted(shown.sign if negative else MINUS)
    return f"{before}{plus}{digits}{after};{before}{minus}{digits}{after}"


def quoted(text: str) -> str:
    """A text as it stands within a number format."""
    return r"\"".join(f'"{part}"' if part else "" for part in allowed(text).split('"'))
