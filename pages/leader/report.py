"""报告导出: the gap report to take along, as PDF, workbook or data, for departments or the whole plan."""

from indicators.report.outline import gap_report
from pages.parts.controls import choose, frame, switch
from pages.parts.markup import style
from pages.parts.panels import finding, quiet
from pages.parts.report import all_departments, choose_departments, material_of, offer, preview

loaded = frame()
read = loaded.read
style(loaded.title)

asked = choose_departments(loaded)
form = choose(
    read.say("export.form"),
    "form",
    ("full", "brief"),
    "full",
    lambda one: read.say(f"export.{one}"),
    switch,
)
brief = form == "brief"
material = material_of(loaded, fared=True)
report = gap_report(material, asked, brief=brief)
finding(report.title, " · ".join(report.about))
quiet(read.say("export.covers"))

names = "-".join(asked) if 0 < len(asked) <= 3 else f"{len(asked)}" if asked else "all"
file = f"{loaded.plan.code}-{names}-{form}-{loaded.as_of}"
if preview(material, asked, brief=brief):
    offer(material, asked, file, brief=brief)
    quiet(read.say("export.package_note"))
    all_departments(material, brief=brief)
