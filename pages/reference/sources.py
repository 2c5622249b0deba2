"""数据来源: where every figure comes from, where sources disagree, what is missing and who owes it."""

import streamlit as st

from indicators.figures import coverage
from indicators.rows import origins
from indicators.rows.owed import owed
from indicators.series import GRADES
from pages.parts.controls import choose, frame
from pages.parts.markup import style
from pages.parts.panels import chart, finding, listed, section

loaded = frame()
read, view = loaded.read, loaded.view
style(loaded.title)

ALL = "all"
file = f"{loaded.plan.code}-{loaded.as_of}"
areas = origins.areas_with_figures(read, view.book)
codes = origins.indicators_with_figures(read, view.book)
columns = st.columns(3)
with columns[0]:
    usual = read.plan.stand_in or read.plan.area
    place = choose(read.say("control.matrix_area"), "matrix_area", areas, usual, read.area)
with columns[1]:
    everything = read.say("control.everything")
    code = choose(
        read.say("control.indicator_filter"),
        "indicator",
        (ALL, *codes),
        ALL,
        lambda one: everything if one == ALL else read.indicator(one),
    )
with columns[2]:
    grade = choose(
        read.say("control.grade_filter"),
        "grade",
        (ALL, *GRADES),
        ALL,
        lambda one: everything if one == ALL else f"{one} {read.say(f'grade.{one}')}",
    )

laid_out = code if code != ALL else (*codes, loaded.plan.targets[0].indicator)[0]
matrix = origins.coverage(read, view.book, place, loaded.plan.target_year, loaded.as_of)
finding(matrix.title, read.area(place))
section("", matrix.subtitle)
chart(coverage.figure(matrix), "coverage")
listed(
    read,
    read.say("section.areas"),
    origins.by_area(read, view.book, laid_out),
    f"{file}-areas.csv",
    note=read.say("section.areas_note", indicator=read.indicator(laid_out)),
    tall=True,
)
listed(
    read,
    read.say("section.conflicts"),
    origins.conflicts(read, view.book),
    f"{file}-conflicts.csv",
    note=read.say("section.conflicts_note"),
)
listed(read, read.say("section.breaks"), origins.breaks(read, view.book), f"{file}-breaks.csv")
missing = owed(read, loaded.assessments)
why = read.say("section.missing_note") if loaded.plan.report_due else ""
listed(read, read.say("section.missing"), missing, f"{file}-missing.csv", note=why, tall=True)

chosen = [one for one in view.observations if code in (ALL, one.indicator) and grade in (ALL, one.grade)]
count = read.say("section.figures_note", count=len(chosen))
shown = origins.figures(read, view.book, chosen)
listed(read, read.say("section.figures"), shown, f"{file}-figures.csv", note=count, tall=True)
given = origins.origins(read, view.observations)
listed(read, read.say("section.origins"), given, f"{file}-sources.csv", tall=True)
