"""The sheets of targets: each with all its numbers, and by department with what is still owed."""

from __future__ import annotations

from collections.abc import Iterator

from indicators.model import Assessment
from indicators.report.workbook.pages import SHORT, Pages, Row
from indicators.rows import board, departments
from indicators.rows.owed import owed
from indicators.rows.record import column

OF_GAPS = (
    *("number", "name", "verdict", "chance", "latest", "year", "target", "projected", "shortfall"),
    *("required_pace", "best_pace"),
)
"""Columns of the targets' table that the table of gaps repeats."""
OWED = {"missing": 13.0, "due": 15.0}
"""Columns of what is owed, and full-width characters of a line in them."""


def targets(pages: Pages) -> None:
    """The sheet 目标: in the plan's order. The data version, which every page names, is not printed."""
    read, page = pages.read, pages.page("targets")
    rows = [pages.target(one) for one in pages.led]
    place = page.table(rows, pages.widths(SHORT), (), pages.numbers)
    page.keep(place, column(read, "name"))
    pages.finish(page, across=place.columns[column(read, "snapshot")] - 1)


def gaps(pages: Pages) -> None:
    """The sheet 部门差距: departments by what is at stake, of each first what it leads, worst first."""
    read, page = pages.read, pages.page("gaps")
    found = list(_responsible(pages))
    rows = [_gap(pages, department, one) for department, one in found]
    department, role = read.say("workbook.department"), read.say("workbook.role")
    widest = pages.widths(SHORT | OWED) | {department: 11.0, role: 9.0}
    shared = frozenset(place for place, (code, one) in enumerate(found) if one.target.lead != code)
    place = page.table(rows, widest, shared, pages.numbers)
    page.keep(place, column(read, "name"))
    pages.finish(page)


def _responsible(pages: Pages) -> Iterator[tuple[str, Assessment]]:
    """Departments with the targets they lead, then with those they share."""
    everything = pages.material.assessments
    leading = [one.code for one in board.standings(pages.read, pages.led)]
    for code in dict.fromkeys([*leading, *pages.asked]):
        yield from ((code, one) for one in departments.led_by(everything, code))
        yield from ((code, one) for one in departments.shared_by(everything, code))


def _gap(pages: Pages, code: str, one: Assessment) -> Row:
    read, target = pages.read, one.target
    whole, leads = pages.target(one), target.lead == code
    lacking = owed(read, [one]) if leads else []
    role = "workbook.leads" if leads else "workbook.shares"
    begin: Row = {
        read.say("workbook.department"): read.department(code),
        read.say("workbook.role"): read.say(role, lead=read.department(target.lead)),
    }
    names = [column(read, key) for key in OF_GAPS]
    end: Row = {column(read, key): lacking[0][column(read, key)] if lacking else "" for key in OWED}
    return pages.marked({**begin, **{name: whole[name] for name in names}, **end})
