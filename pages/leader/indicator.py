"""指标: how one target moves, where it will end, what it needs from now on, and what that rests on."""

from indicators.figures import trajectory as drawing
from indicators.report.charts import picture
from indicators.rows import trajectory as rows
from indicators.rows.about import about
from indicators.rows.facts import facts
from indicators.rows.headline import headline
from indicators.rows.origins import by_area
from indicators.rows.rules import published
from indicators.rows.vintages import vintages
from pages.parts.controls import frame
from pages.parts.indicator import choose_target, suppose
from pages.parts.markup import show, style
from pages.parts.panels import chart, download, listed, section

loaded = frame()
read = loaded.read
style(read.say("action.png"))

one = choose_target(loaded)
target, file = one.target, f"{loaded.plan.code}-{one.target.code}"
show(
    "finding.html",
    kicker=f"{target.number} · {read.dimension(target.dimension)} · {read.department(target.lead)}",
    verdict=one.verdict,
    word=read.verdict(one.verdict),
    sentence=headline(read, one),
    tags=[(read.say(f"flag.{flag}"), read.flag(one, flag)) for flag in one.flags],
)
show("facts.html", facts=facts(read, one))

notes = loaded.view.break_notes[read.lang]
drawn = rows.trajectory(read, one, notes)
if drawn:
    section("", rows.subtitle(read, one))
    chart(drawing.figure(drawn, columns=0), "trajectory")
    download(read.say("action.png"), picture(drawn, rows.source_line(read, one)), f"{file}.png", "image/png")
else:
    show("notice.html", text=read.say("empty.no_observations", lead=read.department(target.lead)))

suppose(loaded, one)

section(read.say("section.assessment"), read.say("section.assessment_note"))
listed(read, about(read, one, loaded.view.snapshot), f"{file}-about.csv")
section(read.say("section.rules"), read.say("section.rules_note"))
listed(read, published(read, one), f"{file}-rules.csv")
section(read.say("section.numbers"))
listed(read, rows.years(read, one), f"{file}-years.csv")
section(read.say("section.vintages"), read.say("section.vintages_note"))
listed(read, vintages(read, one.series), f"{file}-vintages.csv", tall=True)
section(read.say("section.related"), read.say("section.related_note"))
listed(read, by_area(read, loaded.view.book, target.indicator), f"{file}-areas.csv", tall=True)
