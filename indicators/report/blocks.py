"""What a report is made of, a type for each kind of block: data to the template, never markup."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.model import Verdict
from indicators.palette import VERDICTS
from indicators.rows.facts import Fact


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
    """How many targets have each verdict."""

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
    """One target's row: name and badge left, marks on the lane, a label right; `band` are the ends of an
    interval, `bridge` those of a thin line, `note` is said in a lane without marks."""

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


Block = Heading | Prose | Counts | Facts | Tags | Picture | Table | Lanes | Board | Together
