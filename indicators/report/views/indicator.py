"""指标 on paper: one target, section by section as the page shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indicators.model import Assessment
from indicators.report import chances as drawing
from indicators.report.blocks import Block, Facts, Heading, Picture, Prose, Tags
from indicators.report.document import Document
from indicators.report.head import framed
from indicators.report.material import Material
from indicators.report.parts import badge, chart, heading, table
from indicators.rows import chances
from indicators.rows import trajectory as rows
from indicators.rows.about import about, tags
from indicators.rows.facts import facts
from indicators.rows.headline import headline, what_if
from indicators.rows.origins import by_area
from indicators.rows.reading import Reading
from indicators.rows.rules import published
from indicators.rows.vintages import vintages

YEARS = 8
"""Most years side by side in the table of areas; the others follow below."""
NAMES = 2
"""Columns of that table before its years: area and unit."""

Rows = Sequence[Mapping[str, str]]


def indicator(
    material: Material, one: Assessment, judged: Sequence[Assessment], pace: float | None = None
) -> Document:
    """The page of one target; `judged` is the target at each year's end, `pace` what the reader supposed."""
    read, target = material.read, one.target
    place = f"{target.number} · {read.dimension(target.dimension)} · {read.department(target.lead)}"
    drawn = chart(read, one)
    foot = rows.source_line(read, one) if drawn else ""
    missing = read.say("empty.no_observations", lead=read.department(target.lead))
    blocks: tuple[Block, ...] = (
        Heading(1, read.short(target), place, badge(read, one.verdict)),
        Prose((headline(read, one),), strong=True),
        Tags(tuple(tags(read, one))),
        Facts(facts(read, one)),
        *drawn,
        Prose((foot or missing,), quiet=True),
        *_over_time(read, judged),
        *_supposed(read, one, pace),
        *_tables(material, one),
    )
    return framed(material, f"{target.number} {read.name(target)}", blocks)


def _over_time(read: Reading, judged: Sequence[Assessment]) -> list[Block]:
    """The chance at each year's end, and why a year has none."""
    told = [text for text in (chances.moved(read, judged), read.say("section.chances_note")) if text]
    shown = chances.chances(read, judged)
    alt = read.joined(told)
    return [
        heading(read, "section.chances", alt),
        *([Picture(drawing.vector(shown), alt)] if shown else []),
        table(chances.table(read, judged)),
    ]


def _supposed(read: Reading, one: Assessment, pace: float | None) -> list[Block]:
    said = None if pace is None else what_if(read, one, pace)
    return [heading(read, "section.what_if"), Prose((said,))] if said else []


def _tables(material: Material, one: Assessment) -> list[Block]:
    read = material.read
    related = by_area(read, material.book, one.target.indicator) if len(read.plan.areas) > 1 else []
    told: list[tuple[str, str, list[Rows]]] = [
        ("section.assessment", "section.assessment_note", [about(read, one, material.snapshot)]),
        ("section.rules", "section.rules_note", [published(read, one)]),
        ("section.numbers", "", [rows.years(read, one)]),
        ("section.vintages", "section.vintages_note", [vintages(read, one.series)]),
        ("section.related", "section.related_note", split(related)),
    ]
    blocks: list[Block] = []
    for title, note, parts in told:
        shown = [table(part) for part in parts if part]
        if shown:
            blocks += [heading(read, title, read.say(note) if note else ""), *shown]
    return blocks


def split(found: Rows) -> list[Rows]:
    """A table of many years as several tables of at most YEARS; each names its areas again."""
    names = list(found[0]) if found else []
    first, years = names[:NAMES], names[NAMES:]
    chunks = [years[at : at + YEARS] for at in range(0, len(years), YEARS)]
    return [[{name: row[name] for name in (*first, *chunk)} for row in found] for chunk in chunks]
