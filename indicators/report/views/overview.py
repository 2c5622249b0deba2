"""总览 on a page: the finding, the board by dimension, what will be missed, who has most at stake."""

from __future__ import annotations

from indicators.report.blocks import Board, BoardCell, Prose, Stake, Stakes
from indicators.report.document import Document
from indicators.report.head import framed
from indicators.report.material import Material
from indicators.report.parts import badge, counts
from indicators.rows import board as rows
from indicators.rows.origins import extent, newest
from indicators.rows.reading import Reading
from indicators.rows.shapes import Cell
from indicators.rows.sparkline import svg

SPARK = (46, 20)
"""px, as on screen: the drawing is scaled, its proportions stay."""


def overview(material: Material, *, by_chance: bool = False) -> Document:
    """The page as it is read; within a dimension targets come by number, or by chance."""
    read, found = material.read, material.assessments
    reach = extent(read, material.as_of.isoformat(), found, newest(material.observations))
    notes = tuple(text for text in (reach, rows.stand_ins(read)) if text)
    blocks = (
        Prose((rows.finding(read, found),), strong=True),
        counts(read, found),
        Board(_dimensions(material, by_chance), (_misses(material), _standings(material))),
        Prose(notes, quiet=True),
    )
    return framed(material, read.say("page.overview"), blocks, landscape=True, fit=True)


def _dimensions(material: Material, by_chance: bool) -> tuple[tuple[str, tuple[BoardCell, ...]], ...]:
    board = rows.board(material.read, material.assessments, by_chance=by_chance)
    return tuple((name, tuple(_cell(material.read, one) for one in cells)) for name, cells in board)


def _cell(read: Reading, one: Cell) -> BoardCell:
    """One value is no line: its drawing stays away, as on screen."""
    return BoardCell(
        number=one.number,
        name=one.name,
        badge=badge(read, one.verdict),
        chance=one.chance,
        latest=one.latest,
        year=one.year,
        target=one.target,
        stand_in=one.stand_in,
        note=one.note,
        spark=svg(one, *SPARK) if len(one.spark) > 1 else "",
    )


def _misses(material: Material) -> Stakes:
    read = material.read
    lines = tuple(
        Stake(f"{one.number} {one.name}", ((badge(read, one.verdict), one.gap),))
        for one in rows.misses(read, material.assessments)
    )
    return Stakes(read.say("overview.misses"), lines, read.say("overview.misses_none"))


def _standings(material: Material) -> Stakes:
    read = material.read
    lines = tuple(
        Stake(
            one.name,
            tuple((badge(read, verdict), str(count)) for verdict, count in one.counts if count),
        )
        for one in rows.standings(read, material.assessments)
    )
    return Stakes(read.say("overview.departments"), lines)
