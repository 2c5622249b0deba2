"""Assessments → the gap report of departments or of a whole plan, in full or on one page."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.catalogue import find_department
from indicators.model import Assessment, Verdict
from indicators.report import lanes
from indicators.report.blocks import Block, Column, Heading, Prose, Table
from indicators.report.document import Document
from indicators.report.head import framed
from indicators.report.material import Material
from indicators.report.parts import counts, gap_table, method, picked, table, target_block
from indicators.rows import departments as rows
from indicators.rows.board import standings, worst_first
from indicators.rows.findings import findings
from indicators.rows.owed import owed
from indicators.rows.record import column

NAMED = 3
"""Most departments that the title names."""
BRIEF_ROWS = 36
"""Most targets on the one page of a brief: with more the type would be too small to read."""
JOINT = ("number", "name", "lead", "verdict", "chance", "latest", "target", "shortfall")
OWED = ("number", "name", "lead", "area", "missing", "due")


def gap_report(material: Material, departments: tuple[str, ...] = (), *, brief: bool = False) -> Document:
    """Of the departments with these codes or names, of the whole plan where none is given.

    Raises UnknownName.
    """
    asked = tuple(find_department(material.read.plan, name).code for name in departments)
    led = worst_first(rows.chosen(material.assessments, asked))
    blocks = _brief(material, led, asked) if brief else _full(material, led, asked)
    title = _title(material, asked, "brief" if brief else "title")
    return framed(material, title, tuple(blocks), fit=brief)


def _title(material: Material, asked: Sequence[str], key: str) -> str:
    read = material.read
    names = [read.department(code) for code in asked] or [read.area(read.plan.area)]
    subject = read.listed(names[:NAMED])
    if len(names) > NAMED:
        subject = read.say("document.several", names=subject, count=len(names))
    return read.say(f"document.{key}", subject=subject)


def _brief(material: Material, led: Sequence[Assessment], asked: Sequence[str]) -> list[Block]:
    read = material.read
    shown, rest = led[:BRIEF_ROWS], len(led) - BRIEF_ROWS
    notes = [read.say("document.left_out", count=rest)] if rest > 0 else []
    lacking = owed(read, led)
    numbers = {row[column(read, "number")] for row in lacking}
    names = read.listed([read.short(one.target) for one in led if str(one.target.number) in numbers])
    notes += [read.say("document.owing", names=names)] if lacking else []
    return [
        Prose(findings(read, led, everyone=not asked), strong=True),
        counts(read, led),
        gap_table(read, shown, short=True),
        Prose((*notes, read.say("document.brief_note")), quiet=True),
    ]


def _full(material: Material, led: Sequence[Assessment], asked: Sequence[str]) -> list[Block]:
    read, found = material.read, material.assessments
    shared = [] if len(asked) != 1 else rows.shared_by(found, asked[0])
    return [
        Heading(1, read.say("document.finding")),
        Prose(findings(read, led, everyone=not asked), strong=True),
        counts(read, led),
        *([] if len(asked) == 1 else _stakes(material, led)),
        *pictures(material, led, shared),
        *_targets(material, led, asked),
        *shared_table(material, shared),
        *owing(material, led),
        Heading(1, read.say("document.method")),
        *method(read),
        Heading(1, read.say("document.fared")),
        Prose(material.fared or (read.say("document.fared_none"),)),
    ]


def _stakes(material: Material, led: Sequence[Assessment]) -> list[Block]:
    """Lead departments, most at stake first, with how many targets stand how."""
    read = material.read
    lines = tuple(
        (one.name, str(one.led), read.listed([_count(material, pair) for pair in one.counts if pair[1]]))
        for one in standings(read, led)
    )
    columns = (
        Column(read.say("column.lead"), 1.0),
        Column(read.say("document.led"), number=True, share=0.0),
        Column(read.say("column.verdict"), 2.0),
    )
    return [Heading(1, read.say("document.stakes")), Table(columns, lines)]


def _count(material: Material, pair: tuple[Verdict, int]) -> str:
    read = material.read
    return read.say("department.count", count=pair[1], verdict=read.verdict(pair[0]))


def pictures(material: Material, led: Sequence[Assessment], shared: Sequence[Assessment]) -> list[Block]:
    """The ladder of gaps, then required beside achieved paces."""
    read = material.read
    drawn = rows.ladder(read, "", led, shared, material.as_of.isoformat())
    needed = rows.paces(read, led)
    found: list[Block] = [
        Heading(1, read.say("section.ladder"), drawn.subtitle),
        lanes.ladder(read, drawn),
    ]
    if needed.paces:
        found += [Heading(1, needed.title, needed.subtitle), *lanes.paces(read, needed)]
    return found


def _targets(material: Material, led: Sequence[Assessment], asked: Sequence[str]) -> list[Block]:
    """A block a target; of several departments, under the department that leads it, most at stake first."""
    read = material.read
    found: list[Block] = []
    if not led:
        return found
    if len(asked) == 1:
        heading = Heading(1, read.say("document.targets"))
        return [heading, *(block for one in led for block in target_block(read, one))]
    for standing in standings(read, led):
        own = [one for one in led if one.target.lead == standing.code]
        found.append(Heading(1, standing.name, rows.summary(read, own)))
        found += [block for one in own for block in target_block(read, one)]
    return found


def shared_table(material: Material, shared: Sequence[Assessment]) -> list[Block]:
    """What others lead and the department is responsible for as well; nothing where there is nothing."""
    read = material.read
    if not shared:
        return []
    heading = Heading(1, read.say("section.joint"), read.say("section.joint_note"))
    return [heading, gap_table(read, shared, muted=True, keys=JOINT)]


def owing(material: Material, led: Sequence[Assessment]) -> list[Block]:
    """The data still owed, with the day on which they are due."""
    read, lacking = material.read, owed(material.read, led)
    if not lacking:
        return [Heading(1, read.say("department.owed_title"), read.say("department.owed_none"))]
    return [Heading(1, read.say("department.owed_title")), table(picked(read, lacking, OWED))]
