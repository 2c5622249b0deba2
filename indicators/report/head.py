"""What stands at the head and foot of every report: plan, scope, years, day and data version."""

from __future__ import annotations

from indicators.report.blocks import Block
from indicators.report.document import Document
from indicators.report.material import Material
from indicators.rows.practice import mark


def framed(
    material: Material, title: str, blocks: tuple[Block, ...], *, landscape: bool = False, fit: bool = False
) -> Document:
    """A document of these blocks under a title."""
    read, plan = material.read, material.read.plan
    name = read.pick(plan.name, plan.name_en)
    known = {"as_of": material.as_of.isoformat(), "snapshot": material.snapshot}
    about = _about(material, name, known)
    return Document(
        lang=read.lang,
        title=title,
        about=(" · ".join(about),) if landscape else about,
        running=title,
        mark=mark(read),
        trace=read.say("document.trace", plan=name, **known),
        of_pages=read.say("document.pages", page="{page}", pages="{pages}"),
        as_of=material.as_of,
        blocks=blocks,
        landscape=landscape,
        fit=fit,
    )


def _about(material: Material, name: str, known: dict[str, str]) -> tuple[str, ...]:
    """The plan, what is judged by which year's data, and what it is based on."""
    read, plan, one = material.read, material.read.plan, material.assessments[0]
    years = {"base": plan.base_year, "target": plan.target_year, "judging": one.judging_year}
    other = [read.say("document.judged", area=read.area(one.area))] if one.area != plan.area else []
    return (
        read.say("document.plan", plan=name, area=read.area(plan.area)),
        " · ".join([read.say("document.years", **years), *other]),
        read.say("document.data", **known),
    )
