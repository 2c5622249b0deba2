"""What each year's end would have said by today's method, and what happened."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.forecasts import forecasts_of
from indicators.lookback import BEFORE, rehearse
from indicators.model import Assessment, Observation, Plan
from indicators.rows.reading import Reading
from indicators.rows.scores import sentences, share
from indicators.scoring import Score, scores, summary
from indicators.series import Book


def scored(plan: Plan, book: Book, looked: Sequence[Sequence[Assessment]]) -> tuple[Score, ...]:
    """The forecasts of a look back against the figures of `book`."""
    return scores(plan, book, (one for judged in looked for one in forecasts_of(plan, judged)))


def rehearsed(plan: Plan, observations: Sequence[Observation], book: Book) -> tuple[Score, ...]:
    """What the method would have forecast before the plan began, against the figures of `book`."""
    return scores(plan, book, forecasts_of(plan, rehearse(plan, observations, book.breaks)))


def told(read: Reading, found: Sequence[Score], rehearsed: Sequence[Score]) -> list[str]:
    """How the plan's own forecasts fared, and what the years before the plan say of the bands."""
    first = read.joined([read.say("backtest.count", count=len(found)), *sentences(read, found)])
    before = summary(rehearsed)
    if not before.years:
        return [first]
    series = {(one.forecast.indicator, one.forecast.area_used) for one in rehearsed if one.inside}
    return [
        first,
        read.say(
            "backtest.before",
            before=BEFORE,
            area=read.area(read.plan.stand_in or read.plan.area),
            series=len(series),
            years=before.years,
            inside=before.inside,
            share=share(before.inside / before.years),
        ),
    ]
