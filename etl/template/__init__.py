"""The form a department fills in: a row for each figure that its targets rest on.

The same rows as a workbook with drop-downs and locked headings, and as CSV. Files of the same content are the
same bytes, whenever they are made.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indicators.model import Measure, Plan
from indicators.reporting import Needed, needed
from indicators.rows.export import as_csv
from indicators.rows.practice import mark
from indicators.rows.reading import Reading
from indicators.series import LINKS, Book
from indicators.store.reader import Store
from indicators.store.view import view
from indicators.units import FAMILIES

COLUMNS = (
    "code",
    "indicator",
    "area",
    "year",
    "measure",
    "value",
    "unit",
    "status",
    "note",
    "last",
    "definition",
)
"""In the order of the form; under `upload.form.<column>` stands each heading."""
FILLED_IN = ("value", "unit", "status", "note")
"""Columns that a statistician may write in."""


class Form(StrEnum):
    """The kinds of file a form comes in."""

    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True)
class Line:
    """One figure to report: the texts of its columns in their order, and the units it may be given in."""

    texts: tuple[str, ...]
    units: tuple[str, ...]


def template(
    plan: Plan, department: str, year: int, store: Store, kind: str, lang: str, today: date | None = None
) -> bytes:
    """The form of a department for a year; without a department ("") that of all of them.

    Last values are those known on `today`. Raises ValueError for another kind than `Form` has.
    """
    shown = view(store, plan, today or date.today())
    read, form = shown.reading(lang), Form(kind)
    made = lines(read, shown.book, department, year)
    if form is Form.CSV:
        return as_csv([dict(zip(headings(read), line.texts, strict=True)) for line in made])
    from etl.template.workbook import workbook  # openpyxl takes half a second to import

    return workbook(read, made, department, year)


def headings(read: Reading) -> list[str]:
    """The form's headings."""
    return [read.say(f"upload.form.{column}") for column in COLUMNS]


def lines(read: Reading, book: Book, department: str, year: int) -> list[Line]:
    """The rows of the form, those of one target together."""
    return [_line(read, book, one, year) for one in needed(read.plan, department)]


def _line(read: Reading, book: Book, one: Needed, year: int) -> Line:
    indicator = read.plan.indicators[one.indicator]
    units = ("%",) if one.measure in LINKS else alternatives(indicator.unit)
    texts = {
        "code": indicator.code,
        "indicator": read.indicator(indicator.code),
        "area": read.area(one.area),
        "year": str(year),
        "measure": read.say(f"upload.form_measure.{one.measure}"),
        "value": "",
        "unit": units[0],
        "status": read.say("upload.form.final"),
        "note": mark(read),
        "last": _last(read, book, one, year),
        "definition": read.pick(indicator.definition, indicator.definition_en),
    }
    return Line(tuple(texts[column] for column in COLUMNS), units)


def alternatives(unit: str) -> tuple[str, ...]:
    """Units in which a figure of this unit may be reported, its own first."""
    family: Iterable[str] = next((family for family in FAMILIES if unit in family), ())
    return tuple(dict.fromkeys((unit, *(one for one in family if _written(one)))))


def _written(unit: str) -> bool:
    """Whether a unit is one that Chinese tables write; `yuan` and `km2` are only read."""
    return bool(unit) and (not unit.isascii() or unit == "%")


def _last(read: Reading, book: Book, one: Needed, year: int) -> str:
    """The latest value before the year, `5027 亿元（2024年）`; blank where there is none."""
    series = book.get(one.indicator, one.area)
    if one.measure is Measure.LEVEL:
        found = [(point.year, point.value) for point in series.points if point.year < year]
    else:
        found = [
            (link.year, link.value)
            for link in series.links
            if link.measure is one.measure and link.year < year
        ]
    if not found:
        return ""
    latest, value = max(found)
    unit = "%" if one.measure in LINKS else read.plan.indicators[one.indicator].unit
    return read.say("upload.form.last_value", value=f"{value:.10g} {unit}".strip(), year=latest)
