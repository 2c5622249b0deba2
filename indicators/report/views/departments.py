"""部门差距 on paper: ladder, paces, all numbers of the table, what is shared and what is owed."""

from __future__ import annotations

from indicators.report.blocks import Block, Prose
from indicators.report.document import Document
from indicators.report.head import framed
from indicators.report.material import Material
from indicators.report.outline import owing, pictures, shared_table
from indicators.report.parts import gap_table, heading, remainder
from indicators.rows import departments as rows


def department(material: Material, code: str | None) -> Document:
    """The page of a lead department, of all where None."""
    read, found = material.read, material.assessments
    led, shared = rows.led_by(found, code), rows.shared_by(found, code) if code else []
    name = read.say("department.all") if code is None else read.department(code)
    blocks: tuple[Block, ...] = (
        Prose((rows.summary(read, led, everyone=code is None),), strong=True),
        *pictures(material, led, shared),
        heading(read, "section.table"),
        gap_table(read, led),
        remainder(read, led),
        *shared_table(material, shared),
        *owing(material, led),
    )
    return framed(material, f"{name} · {read.say('page.departments')}", blocks)
