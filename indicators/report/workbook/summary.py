"""The first sheet: what the workbook is about, what it finds, how the targets stand, who leads them."""

from __future__ import annotations

from indicators.report.blocks import Badge
from indicators.report.head import framed
from indicators.report.workbook.pages import Pages, Row
from indicators.report.workbook.sheets import Page
from indicators.rows import board
from indicators.rows.findings import findings
from indicators.rows.record import column

ACROSS = 8
"""Columns that sentences run over: those of the table of departments."""


def summary(pages: Pages) -> None:
    """The sheet 摘要."""
    read, page = pages.read, pages.page("summary")
    about = framed(pages.material, pages.name, ())
    if about.mark:
        page.mark(about.mark)
        page.line(read.say("practice.banner"), across=ACROSS)
    page.title(pages.name)
    for line in (*_whose(pages), *about.about):
        page.line(line, across=ACROSS)
    page.space()
    for sentence in findings(read, pages.led, everyone=not pages.asked):
        page.line(sentence, across=ACROSS, strong=True)
    page.space()
    page.table(_counts(pages))
    _stakes(pages, page)
    _misses(pages, page)
    pages.finish(page, across=ACROSS, long=False)


def _whose(pages: Pages) -> list[str]:
    """The departments asked for."""
    names = [pages.read.department(code) for code in pages.asked]
    return [pages.read.say("workbook.whose", names=pages.read.listed(names))] if names else []


def _counts(pages: Pages) -> list[Row]:
    read = pages.read
    return [
        {
            column(read, "verdict"): Badge.of(verdict, read.verdict(verdict)),
            read.say("workbook.count"): count,
        }
        for verdict, count in board.counts(pages.led)
    ]


def _stakes(pages: Pages, page: Page) -> None:
    read = pages.read
    rows: list[Row] = [
        {
            column(read, "lead"): one.name,
            read.say("workbook.led"): one.led,
            **{read.verdict(verdict): count for verdict, count in one.counts},
        }
        for one in board.standings(read, pages.led)
    ]
    if rows:
        page.space()
        page.title(read.say("overview.departments"), level=2)
        page.table(rows)


def _misses(pages: Pages, page: Page) -> None:
    read, found = pages.read, board.misses(pages.read, pages.led)
    page.space()
    page.title(read.say("overview.misses"), level=2)
    if not found:
        page.line(read.say("overview.misses_none"), across=ACROSS)
        return
    page.table(
        [
            {
                column(read, "name"): f"{one.number} {one.name}",
                column(read, "verdict"): Badge.of(one.verdict, read.verdict(one.verdict)),
                column(read, "shortfall"): one.gap,
            }
            for one in found
        ]
    )
