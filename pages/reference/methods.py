"""评判方法: what each verdict means, the formulas, the tolerances and the limits, for a reader in office."""

from indicators.rows import methods as rows
from pages.parts.controls import frame
from pages.parts.markup import show, style, table
from pages.parts.panels import section

loaded = frame()
read = loaded.read
style(loaded.title)

show(
    "finding.html",
    kicker=read.say("page.methods"),
    verdict="",
    word="",
    sentence=read.say("method.headline"),
    tags=[],
)
section(read.say("section.plan"))
show("facts.html", facts=rows.plan_facts(read))
section(read.say("section.verdicts"), read.say("method.verdicts_note"))
show("verdicts.html", verdicts=rows.verdicts(read))

for part in ("basis", "scope", "numbers", "projection", "limits"):
    section(read.say(f"method.{part}.title"))
    show("prose.html", paragraphs=rows.paragraphs(read, part))

section(read.say("section.tolerances"), read.say("method.tolerances_note"))
table(rows.tolerances(read))
section(read.say("section.flags"))
table(rows.flags(read))
section(read.say("section.rules"), read.say("section.rules_note"))
show("prose.html", paragraphs=rows.paragraphs(read, "rules"))
section(read.say("section.consistency"), read.say("method.consistency_note"))
table(rows.consistency(read))
