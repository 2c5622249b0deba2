"""Blocks that reports and views share: tables, the block of one target, the method, verdicts as badges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indicators.model import Assessment, Flag, Verdict
from indicators.report import charts
from indicators.report.blocks import (
    Badge,
    Block,
    Column,
    Counts,
    Facts,
    Heading,
    Picture,
    Prose,
    Table,
    Tags,
    Together,
)
from indicators.rows import board, methods
from indicators.rows.about import claim_text, claims, evidence, tags
from indicators.rows.facts import facts
from indicators.rows.headline import headline
from indicators.rows.reading import Reading
from indicators.rows.record import column, flat
from indicators.rows.trajectory import subtitle, trajectory
from indicators.typesetting import numeric, width

NARROW = 7.5
"""Full-width characters up to which a column is as wide as its widest cell."""
WIDEST = 40.0
"""A wider column takes no more of the width left over."""
GAP_TABLE = ("number", "name", "verdict", "chance", "latest", "year", "target", "projected", "shortfall")
"""Columns of the table of targets that fit on paper side by side; the rest stands in the target's block."""
REMAINDER = (
    "number",
    "name",
    *("schedule_gap", "required_pace", "actual_pace", "best_pace"),
    "flags",
    "reasons",
)
"""The other columns, for where there is no such block."""

Rows = Sequence[Mapping[str, str]]


def counts(read: Reading, assessments: Sequence[Assessment]) -> Counts:
    """How many targets have each verdict that any has."""
    found = board.counts(assessments)
    return Counts(tuple((badge(read, verdict), count) for verdict, count in found if count))


def badge(read: Reading, verdict: Verdict) -> Badge:
    """A verdict in the reader's language."""
    return Badge.of(verdict, read.verdict(verdict))


def table(rows: Rows, *, muted: bool = False) -> Table:
    """Rows as they stand on the screen, all columns: values to the right, texts by how long they are."""
    names = tuple(rows[0]) if rows else ()
    columns = tuple(_column(name, [row[name] for row in rows]) for name in names)
    return Table(columns, tuple(tuple(row[name] for name in names) for row in rows), muted=muted)


def picked(read: Reading, rows: Rows, keys: Sequence[str]) -> list[dict[str, str]]:
    """Some columns of rows, by the keys of their headings."""
    names = [column(read, key) for key in keys]
    return [{name: row[name] for name in names} for row in rows]


def gap_table(
    read: Reading,
    assessments: Sequence[Assessment],
    *,
    muted: bool = False,
    short: bool = False,
    keys: Sequence[str] = GAP_TABLE,
) -> Table:
    """Targets with their verdicts as badges and their numbers; by their short names where room is scarce."""
    rows = [_shortly(read, one) if short else flat(read, one, "") for one in assessments]
    plain = table(picked(read, rows, keys), muted=muted)
    badges = tuple(Badge.of(one.verdict, _marked(read, one)) for one in assessments)
    return Table(plain.columns, plain.rows, badges, keys.index("verdict"), muted)


def remainder(read: Reading, assessments: Sequence[Assessment]) -> Table:
    """What `gap_table` has no room for: paces, flags and reasons, by the targets' short names."""
    return table(picked(read, [_shortly(read, one) for one in assessments], REMAINDER))


def heading(read: Reading, key: str, note: str = "") -> Heading:
    """The heading of a section of a page, with its note."""
    return Heading(1, read.say(key), note)


def target_block(read: Reading, one: Assessment) -> tuple[Block, ...]:
    """All that is to be said of a target: the finding, the chart, the numbers, what they rest on."""
    name = f"{one.target.number} {read.name(one.target)}"
    begin: list[Block] = [
        Heading(2, name, badge=badge(read, one.verdict)),
        Prose((headline(read, one),)),
    ]
    return (Together((*begin, *chart(read, one), Facts(facts(read, one)), Tags(remarks(read, one)))),)


def chart(read: Reading, one: Assessment) -> tuple[Picture, ...]:
    """The trajectory, where there is anything to draw."""
    drawn = trajectory(read, one)
    if drawn is None:
        return ()
    return (Picture(charts.vector(drawn), alt=drawn.title, caption=subtitle(read, one)),)


def remarks(read: Reading, one: Assessment) -> tuple[tuple[str, str], ...]:
    """The plan's words, who shares the target, flags, contradictions, and the figures with their sources."""
    target = one.target
    told = [
        (read.say("panel.wording"), target.wording),
        (read.say("panel.joint"), read.listed([read.department(code) for code in target.joint])),
        *tags(read, one),
        *(
            (read.say("section.consistency"), claim_text(read, each))
            for each in claims(read, one.target.number)
        ),
        (read.say("section.evidence"), evidence(read, one)),
    ]
    return tuple((word, meaning) for word, meaning in told if meaning)


def method(read: Reading) -> tuple[Block, ...]:
    """How targets are judged, in half a page: the verdicts, the data, the numbers, the projection."""
    meanings = methods.verdicts(read)
    verdicts = Table(
        (Column(read.say("column.verdict"), 0.0), Column(read.say("column.note"), 1.0)),
        tuple((one.word, one.meaning) for one in meanings),
        tuple(Badge.of(one.verdict, one.word) for one in meanings),
    )
    parts = ("scope", "numbers", "projection", "limits")
    told = tuple(
        (read.say(f"method.{part}.title"), read.joined(methods.paragraphs(read, part))) for part in parts
    )
    return Prose((read.say("method.headline"),)), verdicts, Tags(told)


def _shortly(read: Reading, one: Assessment) -> dict[str, str]:
    return flat(read, one, "") | {column(read, "name"): read.short(one.target)}


def _column(name: str, texts: Sequence[str]) -> Column:
    widest = max(map(width, texts))
    share = 0.0 if max(widest, width(name)) <= NARROW else round(min(max(widest, NARROW), WIDEST) / 10, 2)
    return Column(name, share, number=numeric(texts))


def _marked(read: Reading, one: Assessment) -> str:
    return read.verdict(one.verdict) + ("*" if Flag.STAND_IN in one.flags else "")
