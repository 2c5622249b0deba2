"""What stands at the head and foot of every view: plan, page, area, judging year, day, data version."""

from __future__ import annotations

from indicators.report.document import Block, Document
from indicators.report.material import Material
from indicators.rows import practice


def view(material: Material, page: str, blocks: tuple[Block, ...], *, landscape: bool = False) -> Document:
    """A document of these blocks, `page` being the name of the page they are on."""
    read, plan = material.read, material.read.plan
    title = read.pick(plan.name, plan.name_en)
    day = material.as_of.isoformat()
    return Document(
        lang=read.lang,
        title=title,
        about=(" · ".join((page, *_asked(material), read.say("view.as_of", as_of=day))),),
        running=f"{title} · {page}",
        mark=practice.mark(read),
        trace=read.say("view.trace", snapshot=material.snapshot, as_of=day),
        of_pages=read.say("view.of_pages", page="{page}", pages="{pages}"),
        as_of=material.as_of,
        blocks=blocks,
        landscape=landscape,
    )


def _asked(material: Material) -> tuple[str, ...]:
    """The area and judging year that were asked for."""
    read = material.read
    areas = dict.fromkeys(read.area(one.area) for one in material.assessments)
    years = dict.fromkeys(one.judging_year for one in material.assessments)
    return (
        *(read.say("view.area", area=area) for area in areas),
        *(read.say("view.judging_year", year=year) for year in years),
    )
