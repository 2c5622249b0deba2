"""A report before it is set: finished texts, numbers and pictures, in the order in which they are read.

Everything here is data to the template, never markup: a text is set as it stands, whatever is in it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any

from indicators.model import Verdict
from indicators.palette import VERDICTS
from indicators.rows.facts import Fact

HASH_DIGITS = 16
"""Digits of the fingerprint that are printed: enough that no two reports share them."""


@dataclass(frozen=True)
class Badge:
    """A verdict as it is always shown: colour, mark and word together."""

    mark: str
    word: str
    text: str
    fill: str
    tint: str

    @classmethod
    def of(cls, verdict: Verdict, word: str) -> Badge:
        """A verdict under `word`, in the colours of the palette."""
        look = VERDICTS[verdict]
        return cls(look.mark, word, look.text, look.fill, look.tint)


@dataclass(frozen=True)
class Heading:
    """A heading of level 1–3, all of them bookmarks. `note` is a quiet line below it."""

    level: int
    text: str
    note: str = ""
    badge: Badge | None = None


@dataclass(frozen=True)
class Prose:
    """Paragraphs; `strong` for the finding of a report, `quiet` for notes."""

    paragraphs: tuple[str, ...]
    strong: bool = False
    quiet: bool = False


@dataclass(frozen=True)
class Counts:
    """How many targets have each verdict; those with none are left out by whoever makes it."""

    counts: tuple[tuple[Badge, int], ...]


@dataclass(frozen=True)
class Facts:
    """Numbers, each with its word and remark, side by side."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Tags:
    """Short words with what they mean: flags, stand-ins."""

    tags: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Picture:
    """A chart as SVG with its text kept as text; `alt` says in words what it shows."""

    svg: str
    alt: str
    caption: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading, its share of the width left over (0: as wide as needed), and whether
    it holds numbers."""

    heading: str
    share: float = 1.0
    number: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of text below heads that are repeated on every page; no row is torn apart.

    `badges` hold the badge of a row's cell in the column `badge_at`, where it has one.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    badges: tuple[Badge, ...] = ()
    badge_at: int = 0
    muted: bool = False


@dataclass(frozen=True)
class Sign:
    """A mark in a lane: its shape (`base`, `latest`, `expected`, `projected`, `target`, `best`, `required`),
    its place from 0 (left) to 1 (right), its colour."""

    shape: str
    at: float
    colour: str


@dataclass(frozen=True)
class Written:
    """A label at a place of a lane, 0–1."""

    at: float
    text: str


@dataclass(frozen=True)
class Lane:
    """One target's row: name and badge left, marks on the lane, a label right.

    `band` are the ends of an interval, `bridge` those of a thin line between two marks. `note` is said in a
    lane without marks.
    """

    name: str
    badge: Badge
    signs: tuple[Sign, ...]
    band: tuple[float, float] | None
    band_colour: str
    bridge: tuple[float, float] | None
    above: tuple[Written, ...]
    below: tuple[Written, ...]
    right: str
    note: str
    muted: bool


@dataclass(frozen=True)
class Lanes:
    """Targets on one common scale, a row a target; heads with the scale are repeated on every page."""

    left: str
    ticks: tuple[Written, ...]
    right: str
    key: tuple[tuple[str, str], ...]
    """Pairs of a shape and its word."""
    lanes: tuple[Lane, ...]


@dataclass(frozen=True)
class BoardCell:
    """One target on the board of the overview; texts as in `rows.shapes.Cell`, `spark` is an SVG."""

    number: int
    name: str
    badge: Badge
    chance: str
    latest: str
    year: str
    target: str
    stand_in: str
    note: str
    spark: str


@dataclass(frozen=True)
class Stake:
    """A line of a list: a name, and for each verdict that concerns it a gap or a number."""

    name: str
    parts: tuple[tuple[Badge, str], ...]


@dataclass(frozen=True)
class Stakes:
    """A list below the board; `none` is said where it is empty."""

    title: str
    stakes: tuple[Stake, ...]
    none: str = ""


@dataclass(frozen=True)
class Board:
    """The dimensions of a plan, each with its cells, side by side; below them `lists`."""

    dimensions: tuple[tuple[str, tuple[BoardCell, ...]], ...]
    lists: tuple[Stakes, ...] = ()


@dataclass(frozen=True)
class Together:
    """Blocks that no page break parts, as far as one page can hold them."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Side:
    """Blocks left and right of each other; `share` is the left one's part of the width."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    share: float = 0.5


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a new page."""


Block = Heading | Prose | Counts | Facts | Tags | Picture | Table | Lanes | Board | Together | Side | NewPage


@dataclass(frozen=True)
class Document:
    """A report: what it is about and its blocks.

    `title` and `about` stand at its head, `running` on top of every further page. `mark` says that the
    figures are invented, blank for real ones. `of_pages` is the sentence of the page number with {page} and
    {pages}; `trace` says where the page comes from, to which the fingerprint is added. With `fit` the text is
    set as large as one page allows.
    """

    lang: str
    title: str
    about: tuple[str, ...]
    running: str
    mark: str
    trace: str
    of_pages: str
    as_of: date
    blocks: tuple[Block, ...]
    landscape: bool = False
    fit: bool = False


def fingerprint(document: Document) -> str:
    """The first HASH_DIGITS of the SHA-256 of all that a report says: the same on the same snapshot, plan,
    day, language and choice of departments."""
    return hashlib.sha256(as_json(document).encode()).hexdigest()[:HASH_DIGITS]


def as_json(document: Document) -> str:
    """The document for the template; every block says in `kind` which one it is.

    What no font can draw (control characters, line ends, marks of direction) becomes a space.
    """
    return json.dumps(_plain(document), ensure_ascii=False, sort_keys=True)


def texts(document: Document) -> list[str]:
    """Everything that is set as text, pictures included."""
    return list(_texts(_plain(document)))


def _plain(thing: Any) -> Any:
    if is_dataclass(thing):
        named = {one.name: _plain(getattr(thing, one.name)) for one in fields(thing)}
        return {"kind": type(thing).__name__.lower()} | named
    if isinstance(thing, tuple):
        return [_plain(one) for one in thing]
    if isinstance(thing, str):
        return "".join(sign if sign.isprintable() else " " for sign in thing)
    return thing.isoformat() if isinstance(thing, date) else thing


def _texts(thing: Any) -> list[str]:
    if isinstance(thing, dict):
        return [text for key, one in thing.items() if key != "kind" for text in _texts(one)]
    if isinstance(thing, list):
        return [text for one in thing for text in _texts(one)]
    return [thing] if isinstance(thing, str) else []
