"""What is said where the lines of a trajectory end, in place of a legend."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from indicators.rows.shapes import Trajectory


class Line(Enum):
    """What a label names; every drawing gives each its own look."""

    MEASURED = "measured"
    MEDIAN = "median"
    FAN = "fan"
    FROM_NOW = "from_now"
    REQUIRED = "required"
    TARGET = "target"


@dataclass(frozen=True)
class Ending:
    """A label: its line, the value it ends at, what is said, and a name above that.

    `strong` ones are a finding and stand out; the others only name their line.
    """

    line: Line
    value: float
    text: str
    name: str = ""
    strong: bool = False


def endings(rows: Trajectory) -> list[Ending]:
    """A label for every line that is drawn; where several end at one value, the first is lowest."""
    ends = []
    if rows.history:
        last = rows.history[-1].value
        ends.append(Ending(Line.MEASURED, last, rows.latest_label, rows.history_label, strong=True))
    if rows.fan[1:]:
        ends.append(Ending(Line.MEDIAN, rows.fan[-1].median, rows.projected_label, strong=True))
        ends.append(Ending(Line.FAN, rows.fan[-1].p90, rows.fan_label))
    if rows.required_from_now:
        ends.append(Ending(Line.FROM_NOW, rows.required_from_now[-1][1], rows.now_label))
    if rows.required:
        ends.append(Ending(Line.REQUIRED, rows.required[-1][1], rows.required_label))
    if rows.target is not None:
        ends.append(Ending(Line.TARGET, rows.target, rows.target_label, strong=True))
    return ends
