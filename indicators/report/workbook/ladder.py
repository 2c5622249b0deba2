"""The sheet of the ladder: how far each target has come, as numbers and as bars."""

from __future__ import annotations

from indicators.model import Assessment
from indicators.report.workbook import charts, paper
from indicators.report.workbook.pages import Pages, Row
from indicators.report.workbook.sheets import Page, Place
from indicators.rows import departments
from indicators.rows.board import worst_first
from indicators.rows.lanes import ladder_reach
from indicators.rows.quantities import of, rung_values
from indicators.rows.record import DIGITS, column
from indicators.rows.shapes import Ladder, Rung
from indicators.units import MISSING, number

WIDEST = {"name": 12.0, "note": 20.0}
"""Full-width characters of the columns that go over several lines."""


def ladder(pages: Pages) -> None:
    """The sheet 阶梯: targets that have a way first; the chart shows these alone."""
    read, page = pages.read, pages.page("ladder")
    led, shared = worst_first(pages.led), _shared(pages)
    drawn = departments.ladder(read, read.say("section.ladder"), led, shared, pages.as_of)
    pairs = sorted(zip(drawn.rungs, [*led, *shared], strict=True), key=lambda pair: not placed(pair[0]))
    page.title(drawn.title)
    page.line(drawn.subtitle)
    page.line(read.say("workbook.way", axis=drawn.axis_word))
    page.space()
    muted = frozenset(at for at, (one, _) in enumerate(pairs) if one.muted)
    told = [_row(pages, drawn, *pair) for pair in pairs]
    place = page.table(told, pages.widths(WIDEST), muted, pages.numbers)
    page.keep(place, column(read, "name"), filtered=False)
    above = _chart(pages, page, place, drawn, [one for one, _ in pairs if placed(one)])
    pages.finish(page)
    paper.broken(page.sheet, above, page.measures.total)


def placed(one: Rung) -> bool:
    """Whether anything of a target can be placed on its way."""
    return any(way is not None for way in (one.latest, one.expected, one.projected))


def _chart(pages: Pages, page: Page, place: Place, drawn: Ladder, shown: list[Rung]) -> list[int]:
    """Draw the first rows of the table below it, on a page of its own; gives the row before that page."""
    if not shown:
        return []
    ways = [_heading(pages, word) for word in (drawn.latest_word, drawn.expected_word, drawn.projected_word)]
    bars = charts.Bars(
        sheet=page.sheet.title,
        head=place.head,
        last=place.head + len(shown),
        names=place.columns[column(pages.read, "name")],
        columns=[place.columns[way] for way in ways],
        drawn=drawn,
        reach=ladder_reach(shown),
    )
    made, above = charts.ladder(bars), page.next
    page.sheet.add_chart(made, f"A{above + 2}")
    page.next = above + 2 + charts.rows_of(made)
    return [above]


def _heading(pages: Pages, word: str) -> str:
    """The heading of a column in % of the way; without that, one in the target's own unit."""
    return pages.read.say("workbook.of_way", word=word)


def _shared(pages: Pages) -> list[Assessment]:
    """What a single department shares, as on its page."""
    if len(pages.asked) != 1:
        return []
    return departments.shared_by(pages.material.assessments, pages.asked[0])


def _row(pages: Pages, drawn: Ladder, one: Rung, assessment: Assessment) -> Row:
    read = pages.read
    ways = {
        drawn.latest_word: one.latest,
        drawn.expected_word: one.expected,
        drawn.projected_word: one.projected,
        column(read, "low80"): one.projected_low,
        column(read, "high80"): one.projected_high,
    }
    kept = {word: None if way is None else round(way, DIGITS) for word, way in ways.items()}
    shown = {_heading(pages, word): of(number(way, 1), way) for word, way in kept.items()}
    return pages.marked(
        {
            column(read, "number"): of(str(one.number), one.number),
            column(read, "name"): one.name,
            column(read, "verdict"): pages.badge(assessment, one.verdict_label),
            **rung_values(read, assessment, one),
            **{name: "" if entry == MISSING else entry for name, entry in shown.items()},
            column(read, "note"): one.note,
        }
    )
