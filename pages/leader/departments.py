"""部门差距: what a lead department owes the plan: where its targets stand and the pace they now need."""

from functools import partial

from indicators.figures import ladder, paces
from indicators.report.views import departments as paper
from indicators.rows import departments as rows
from indicators.rows.owed import owed
from indicators.rows.record import flat
from pages.parts.addresses import address
from pages.parts.controls import choose, frame
from pages.parts.markup import show, style
from pages.parts.panels import chart, finding, listed, section
from pages.parts.report import save_view

loaded = frame()
read, found = loaded.read, loaded.assessments
style(loaded.title)

EVERY = "all"
asked = choose(
    read.say("control.department"),
    "department",
    (EVERY, *rows.leads(read, found)),
    EVERY,
    lambda code: read.say("department.all") if code == EVERY else read.department(code),
)
department = None if asked == EVERY else asked
led, shared = rows.led_by(found, department), rows.shared_by(found, department)
name = read.say("department.all") if department is None else read.department(department)
file = f"{loaded.plan.code}-{asked}-{loaded.as_of}"
finding(rows.summary(read, led, everyone=department is None), name)

save_view(loaded, partial(paper.department, code=department), file)
if department:
    show(
        "linked.html",
        text="",
        link=address("report", department=department),
        word=read.say("export.to_report"),
    )

drawn = rows.ladder(read, name, led, shared, loaded.as_of)
section(read.say("section.ladder"), drawn.subtitle)
chart(ladder.figure(drawn), "ladder")

needed = rows.paces(read, led)
section(needed.title, needed.subtitle)
if needed.paces:
    chart(paces.figure(needed), "paces")
else:
    show("notice.html", text=read.say("empty.no_paces"))

at = read.say("column.name")
listed(
    read,
    read.say("section.table"),
    [flat(read, one, loaded.view.snapshot) for one in led],
    f"{file}.csv",
    links=[address("indicator", target=one.target.number) for one in led],
    at=at,
)
if department and shared:
    listed(
        read,
        read.say("section.joint"),
        [flat(read, one, loaded.view.snapshot) for one in shared],
        f"{file}-joint.csv",
        note=read.say("section.joint_note"),
        links=[address("indicator", target=one.target.number) for one in shared],
        at=at,
        muted=True,
    )
missing = owed(read, led)
if missing:
    listed(read, read.say("department.owed_title"), missing, f"{file}-owed.csv")
else:
    section(read.say("department.owed_title"), read.say("department.owed_none"))
