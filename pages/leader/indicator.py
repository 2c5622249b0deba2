"""指标: how one target moves, where it will end, what it needs from now on, and what that rests on."""

from functools import partial

from indicators.figures import trajectory as drawing
from indicators.report.charts import picture
from indicators.rows import trajectory as rows
from indicators.rows.about import about, tags
from indicators.rows.facts import facts
from indicators.rows.headline import headline
from indicators.rows.origins import by_area
from indicators.rows.rules import published
from indicators.rows.vintages import vintages
from pages.parts.controls import frame
from pages.parts.indicator import choose_target, suppose
from pages.parts.markup import show, style
from pages.parts.panels import chart, download, finding, listed, section
from pages.parts.proof import chance_over_time
from pages.parts.report import save_indicator

loaded = frame()
read = loaded.read
style(loaded.title)

one = choose_target(loaded)
target, file = one.target, f"{loaded.plan.code}-{one.target.code}"
finding(
    headline(read, one),
    f"{target.number} · {read.dimension(target.dimension)} · {read.department(target.lead)}",
    one.verdict,
    read.verdict(one.verdict),
    tags(read, one),
)
save_indicator(loaded, one, f"{file}-{loaded.as_of}")
show("facts.html", facts=facts(read, one))

drawn = rows.trajectory(read, one)
if drawn:
    section("", rows.subtitle(read, one))
    chart(drawing.figure(drawn), "trajectory")
    paint = partial(picture, drawn, rows.source_line(read, one))
    download(read.say("action.png"), paint, f"{file}.png", "image/png")
else:
    show("notice.html", text=read.say("empty.no_observations", lead=read.department(target.lead)))

chance_over_time(loaded, one, f"{file}-chances.csv")
suppose(loaded, one)

listed(
    read,
    read.say("section.assessment"),
    about(read, one, loaded.view.snapshot),
    f"{file}-about.csv",
    note=read.say("section.assessment_note"),
)
listed(
    read,
    read.say("section.rules"),
    published(read, one),
    f"{file}-rules.csv",
    note=read.say("section.rules_note"),
)
listed(read, read.say("section.numbers"), rows.years(read, one), f"{file}-years.csv")
listed(
    read,
    read.say("section.vintages"),
    vintages(read, one.series),
    f"{file}-vintages.csv",
    note=read.say("section.vintages_note"),
    tall=True,
)
if len(loaded.plan.areas) > 1:
    listed(
        read,
        read.say("section.related"),
        by_area(read, loaded.view.book, target.indicator),
        f"{file}-areas.csv",
        note=read.say("section.related_note"),
        tall=True,
    )
