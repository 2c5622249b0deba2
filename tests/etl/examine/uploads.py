"""Uploads as small tables, against the city's plan and whatever the test says is stored."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pyarrow as pa

from etl.examine import FIGURES, Desk, Submission, examine, examine_figures
from indicators import catalogue
from indicators.model import Break, Plan, Remark
from indicators.tables import read_table

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 1, 15)
USUAL = {
    "indicator": "地区生产总值",
    "area": "遵义市",
    "year": "2024",
    "measure": "",
    "unit": "亿元",
    "status": "",
    "note": "",
    "value": "5000",
}
"""What a figure holds in the columns that a table leaves out."""
STORED = {
    "indicator": "gdp",
    "area": "520300",
    "year": "2023",
    "measure": "level",
    "period_start": "",
    "value": "4700",
    "found": "",
    "preliminary": "",
    "usable": "yes",
}
BLANK = "~"
"""Stands for a blank cell, for every other sign may be a cell."""
VALUE = 4
"""The column in which figures stand."""


@cache
def plans() -> tuple[Plan, ...]:
    """The plans of the tree."""
    indicators = catalogue.parse_indicators(read_table(ROOT / "data" / "indicators.csv"))
    folders = sorted((ROOT / "data" / "plans").iterdir())
    return tuple(
        catalogue.in_order(
            catalogue.parse_plan(catalogue.read_folder(folder), indicators) for folder in folders
        )
    )


def desk(stored: str = "", breaks: Sequence[Break] = ()) -> Desk:
    """A desk that knows these figures, in catalogue units."""
    rows = [row | {"found": row["found"] or row["value"]} for row in _rows(stored, STORED)]
    columns = {
        **{
            name: pa.array([row[name] for row in rows], pa.string())
            for name in ("indicator", "area", "measure", "found")
        },
        "year": pa.array([int(row["year"]) for row in rows], pa.int32()),
        "period_start": pa.array([int(row["period_start"] or 0) or None for row in rows], pa.int32()),
        "value": pa.array([float(row["value"]) for row in rows], pa.float64()),
        "preliminary": pa.array([bool(row["preliminary"]) for row in rows], pa.bool_()),
        "usable": pa.array([row["usable"] == "yes" for row in rows], pa.bool_()),
    }
    return Desk.made(plans(), pa.table(columns), breaks, "snapshot")


def figures(table: str) -> pa.Table:
    """Figures as the reader gives them: row 2 is the table's first, the value stands in column 4."""
    rows = [
        {"sheet": "", "row": number, "column": VALUE, "heading": "数值"} | row
        for number, row in enumerate(_rows(table, USUAL), start=2)
    ]
    return pa.Table.from_pylist(rows, schema=FIGURES)


def upload(
    table: str,
    stored: str = "",
    *,
    department: str = "",
    year: int | None = None,
    breaks: Sequence[Break] = (),
    today: date = TODAY,
) -> Submission:
    """The figures of a table, checked."""
    return examine_figures(
        figures(table), desk(stored, breaks), department=department, year=year, today=today
    )


def file(
    text: str, stored: str = "", *, department: str = "", year: int | None = None, encoding: str = "utf-8"
) -> Submission:
    """The text of a CSV, read and checked."""
    return examine(
        text.strip().encode(encoding), "上报.csv", desk(stored), department=department, year=year, today=TODAY
    )


def found(submission: Submission, *checks: str) -> list[str]:
    """`jump 3` for each finding, with the row at which it stands; of some checks, or of all."""
    return [f"{one.check} {one.row}" for one in submission.remarks if one.check in checks or not checks]


def only(submission: Submission) -> Remark:
    """The one finding there is."""
    (remark,) = submission.remarks
    return remark


def told(remark: Remark) -> dict[str, str]:
    """What a finding says."""
    return dict(remark.said)


def values(submission: Submission) -> list[tuple[object, ...]]:
    """(indicator, area, year, measure, value) of the rows that count."""
    columns = ("indicator", "area", "year", "measure", "value")
    return list(zip(*(submission.ready[name].to_pylist() for name in columns), strict=True))


def _rows(table: str, usual: dict[str, str]) -> list[dict[str, str]]:
    if not table.strip():
        return []
    headings, *lines = [line.split() for line in table.strip().splitlines()]
    return [
        usual | {name: "" if cell == BLANK else cell for name, cell in zip(headings, line, strict=True)}
        for line in lines
    ]
