"""The projection beside the usual methods: diagram, sentences and tables of the benchmark."""

from __future__ import annotations

from indicators.figures import reliability
from indicators.rows import benchmark as rows
from indicators.rows.reading import Reading
from indicators.rows.reliability import diagram
from pages.parts.markup import show
from pages.parts.panels import chart, listed, section


def compared(read: Reading) -> None:
    """The part of a page on how good the projection is; nothing in it depends on the plan."""
    lang = read.lang
    section(read.say("benchmark.title"))
    show("prose.html", paragraphs=rows.paragraphs(lang))
    section(read.say("benchmark.diagram"), read.say("benchmark.diagram_note"))
    chart(reliability.figure(diagram(lang)), "reliability")
    scores, best = rows.scores(lang), read.say("benchmark.scores_note")
    listed(read, read.say("benchmark.scores"), scores, "benchmark.csv", note=best)
    panels, alone = rows.by_panel(lang), read.say("benchmark.panels_note")
    listed(read, read.say("benchmark.panels"), panels, "benchmark-panels.csv", note=alone, tall=True)
