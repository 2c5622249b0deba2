"""评判方法: what each verdict means, the formulas, the tolerances and the limits, for a reader in office."""

from indicators.rows import methods as rows
from pages.parts.benchmark import compared
from pages.parts.controls import frame
from pages.parts.markup import show, style
from pages.parts.official import reviewed
from pages.parts.panels import finding, listed, section
from pages.parts.proof import past_forecasts, record_of_forecasts

loaded = frame()
read = loaded.read
style(loaded.title)

finding(read.say("method.headline"), read.say("page.methods"))
section(read.say("section.plan"))
show("facts.html", facts=rows.plan_facts(read))
section(read.say("section.verdicts"), read.say("method.verdicts_note"))
show("verdicts.html", verdicts=rows.verdicts(read))

PARTS = ("basis", "scope", "numbers", "projection", "limits")
"""In the order of asking: what counts as met, whose figures, which numbers, what is to come, how far."""
for part in PARTS:
    section(read.say(f"method.{part}.title"))
    show("prose.html", paragraphs=rows.paragraphs(read, part))

compared(read)
past_forecasts(loaded)
record_of_forecasts(loaded)

listed(
    read,
    read.say("section.tolerances"),
    rows.tolerances(read),
    "tolerances.csv",
    note=read.say("method.tolerances_note"),
)
listed(read, read.say("section.flags"), rows.flags(read), "flags.csv")
listed(
    read,
    read.say("section.grades"),
    rows.grades(read),
    "grades.csv",
    note=read.say("method.grades_note"),
)
section(read.say("section.rules"), read.say("section.rules_note"))
show("prose.html", paragraphs=rows.paragraphs(read, "rules"))
reviewed(loaded)
listed(
    read,
    read.say("section.consistency"),
    rows.consistency(read),
    "consistency.csv",
    note=read.say("method.consistency_note"),
)
