"""What was said against what happened: the chance over time, the backtest, the record of forecasts."""

from __future__ import annotations

from indicators.figures import chances as drawing
from indicators.model import Assessment
from indicators.rows import backtest, chances, ledger, scores
from pages.parts.loading import Loaded, looked_back, recorded, tested_back
from pages.parts.markup import show
from pages.parts.panels import chart, listed, section


def chance_over_time(loaded: Loaded, one: Assessment, file: str) -> None:
    """One target as it was to be judged at each year's end: the chart, and why a year has no chance."""
    read = loaded.read
    judged = judged_over_time(loaded, one)
    told = [text for text in (chances.moved(read, judged), read.say("section.chances_note")) if text]
    section(read.say("section.chances"), read.joined(told))
    drawn = chances.chances(read, judged)
    if drawn:
        chart(drawing.figure(drawn), "chances")
    listed(read, read.say("section.chances_table"), chances.table(read, judged), file)


def judged_over_time(loaded: Loaded, one: Assessment) -> tuple[Assessment, ...]:
    """One target as it was to be judged at each year's end."""
    return chances.over_time(looked_back(loaded.view, one.area), one.target)


def past_forecasts(loaded: Loaded) -> None:
    """The backtest over the plan's own past."""
    read, view = loaded.read, loaded.view
    found, rehearsed = tested_back(view, view.snapshot, view.plan.code, view.as_of)
    section(read.say("section.backtest"))
    show("prose.html", paragraphs=backtest.told(read, found, rehearsed))
    title, file = read.say("section.backtest_table"), f"{view.plan.code}-{view.as_of}-backtest.csv"
    listed(read, title, scores.table(read, found), file, tall=True)


def record_of_forecasts(loaded: Loaded) -> None:
    """The forecasts on record, how they fared, and whether all files are as they were written."""
    read, code = loaded.read, loaded.plan.code
    found, scored = recorded(loaded)
    told = ledger.told(read, scored, *found.extent(code, loaded.view.as_of))
    checked = ledger.verified(read, found.flaws, len(found.entries), found.fingerprint)
    section(read.say("section.record"), read.say("section.record_note"))
    show("prose.html", paragraphs=[text for text in (told, checked) if text])
    listed(
        read,
        read.say("section.record_table"),
        scores.table(read, scored),
        f"{code}-{loaded.as_of}-record.csv",
        tall=True,
    )
