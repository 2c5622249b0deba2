"""The last sheet: the plan, what its indicators measure, what verdicts, flags and grades mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from indicators.report.blocks import Badge
from indicators.report.workbook.pages import Pages, Row
from indicators.report.workbook.sheets import Page
from indicators.reporting import resting_on
from indicators.rows import methods
from indicators.rows.record import column
from indicators.units import MISSING

TERM, MEANING = 22.0, 62.0
"""Full-width characters of a term and of a line of its meaning."""
PARTS = ("basis", "scope", "numbers", "projection", "limits")
"""Paragraphs on the method, in the order of asking."""


def definitions(pages: Pages) -> None:
    """The sheet 定义."""
    read, page = pages.read, pages.page("definitions")
    _part(page, "section.plan", pages, ((one.label, one.value) for one in methods.plan_facts(read)))
    _part(page, "section.verdicts", pages, _verdicts(pages))
    for part in PARTS:
        told = methods.paragraphs(read, part)
        _part(page, f"method.{part}.title", pages, ((str(at), one) for at, one in enumerate(told, start=1)))
    for key, rows in (
        ("section.tolerances", methods.tolerances(read)),
        ("section.flags", methods.flags(read)),
        ("section.grades", methods.grades(read)),
    ):
        _part(page, key, pages, _pairs(rows))
    page.title(read.say("workbook.indicators"), level=2)
    page.table(_indicators(pages), pages.widths({"indicator": TERM}) | {_meaning(pages): MEANING})
    pages.finish(page)


def _part(page: Page, key: str, pages: Pages, pairs: Iterable[tuple[str | Badge, str]]) -> None:
    """A heading and pairs of a term and its meaning."""
    read = pages.read
    term, content = column(read, "element"), column(read, "content")
    rows: list[Row] = [{term: word, content: meaning} for word, meaning in pairs]
    if rows:
        page.title(read.say(key), level=2)
        page.table(rows, {term: TERM, content: MEANING})
        page.space()


def _verdicts(pages: Pages) -> list[tuple[Badge, str]]:
    return [(Badge.of(one.verdict, one.word), one.meaning) for one in methods.verdicts(pages.read)]


def _pairs(rows: Iterable[Mapping[str, str]]) -> list[tuple[str, str]]:
    told = [tuple(row.values()) for row in rows]
    return [(word, meaning) for word, meaning in told]


def _indicators(pages: Pages) -> list[Row]:
    """The indicators of the targets and what these are computed from, in the catalogue's order."""
    read, plan = pages.read, pages.read.plan
    codes = {code for one in pages.led for code in resting_on(plan, one.target)}
    return [
        {
            column(read, "indicator"): read.indicator(code),
            _meaning(pages): read.pick(one.definition, one.definition_en) or MISSING,
            column(read, "unit"): read.pick(one.unit, one.unit_en) or read.say("unit.none"),
        }
        for code, one in plan.indicators.items()
        if code in codes
    ]


def _meaning(pages: Pages) -> str:
    return pages.read.say("section.definition")
