"""报告导出: the gap report to take along, as PDF, workbook or data, for departments or the whole plan."""

import streamlit as st

from indicators.report.outline import gap_report
from indicators.rows.departments import chosen
from indicators.rows.findings import findings
from pages.parts.controls import choose, frame, switch
from pages.parts.markup import show, style
from pages.parts.panels import finding, quiet
from pages.parts.report import all_departments, choose_departments, material_of, offer, preview

NAMED = 3
"""Most departments whose codes make the name of a file."""

loaded = frame()
read = loaded.read
style(loaded.title)

with st.container(horizontal=True, vertical_alignment="bottom"):
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
show("prose.html", paragraphs=findings(read, chosen(loaded.assessments, asked), everyone=not asked))
quiet(read.say("export.covers"))

names = "-".join(asked) if 0 < len(asked) <= NAMED else str(len(asked)) if asked else "all"
file = f"{loaded.plan.code}-{names}-{form}-{loaded.as_of}"
files = st.container()
if preview(material, asked, brief=brief):
    with files:
        offer(material, asked, file, brief=brief)
        quiet(read.say("export.package_note"))
    all_departments(material, brief=brief)
