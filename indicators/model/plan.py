"""A plan and what it asks: indicators, areas, departments, targets and their bases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from indicators.model.bases import Basis
from indicators.model.words import Aggregation, AreaKind, Direction, Kind, OfficialClass


@dataclass(frozen=True)
class Indicator:
    """A measured annual series. For RATIO, value = factor · numerator / denominator."""

    code: str
    name: str
    name_en: str
    unit: str
    unit_en: str
    kind: Kind
    direction: Direction
    decimals: int
    lower: float | None
    upper: float | None
    aggregation: Aggregation
    numerator: str | None
    denominator: str | None
    factor: float
    slack: float
    """% by which a ratio computed from its parts may differ from the published one beyond rounding."""
    constant: bool
    """True for what does not change by the year (land area): the newest figure serves every year."""
    growth_first: bool
    """True where growth rates at comparable prices outrank ratios of published levels."""
    pandemic: bool
    """True where 2020–2022 are marked on charts (travel, tourism, retail)."""
    aliases: tuple[str, ...]
    definition: str
    definition_en: str


@dataclass(frozen=True)
class Area:
    """A place with figures. `members` make it up; `counted_in` names who already counts its people."""

    code: str
    name: str
    name_en: str
    kind: AreaKind
    gb2260: str | None
    members: tuple[str, ...]
    counted_in: tuple[str, ...]
    aliases: tuple[str, ...]
    note: str = ""
    note_en: str = ""


@dataclass(frozen=True)
class Department:
    """A body that leads or shares targets, with the other spellings the plan uses for it."""

    code: str
    name: str
    name_en: str
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Dimension:
    """A heading under which the plan groups targets."""

    code: str
    name: str
    name_en: str


@dataclass(frozen=True)
class Target:
    """What a plan asks of an indicator in an area, in the plan's own wording."""

    number: int
    code: str
    name: str
    name_en: str
    short: str
    short_en: str
    dimension: str
    indicator: str
    area: str
    basis: Basis
    direction: Direction
    approximate: bool
    unit: str
    unit_en: str
    lead: str
    joint: tuple[str, ...]
    wording: str


@dataclass(frozen=True)
class Claim:
    """Two places of a plan that speak of the same matter, and whether their numbers agree.

    `targets` are the numbers of the targets concerned.
    """

    code: str
    targets: tuple[int, ...]
    matter: str
    matter_en: str
    stated: str
    stated_en: str
    other: str
    other_en: str
    agrees: bool


@dataclass(frozen=True)
class OfficialVerdict:
    """What an authority, or the press, said of a target on a day: the words and the class they belong to.

    `target` is the target's number, `source` a code of the sources, `quote` the passage it rests on.
    """

    target: int
    day: date
    verdict: str
    verdict_en: str
    outcome: OfficialClass
    source: str
    grade: str
    quote: str


@dataclass(frozen=True)
class Plan:
    """A plan as an entity: its years, its area and stand-in, its targets and who answers for them."""

    code: str
    name: str
    name_en: str
    document: str
    url: str
    base_year: int
    target_year: int
    area: str
    stand_in: str | None
    report_due: str
    """Month and day (MM-DD) by which departments report the past year; blank where the plan sets none."""
    targets: tuple[Target, ...]
    departments: Mapping[str, Department]
    dimensions: Mapping[str, Dimension]
    areas: Mapping[str, Area]
    indicators: Mapping[str, Indicator]
    consistency: tuple[Claim, ...] = ()
    """Where the plan repeats or contradicts itself."""
    verdicts: tuple[OfficialVerdict, ...] = ()
    """What officials said of the targets, by day and number; empty where nothing is recorded."""
    order: int = 1
    """Place among the plans; the first is shown where none is asked for."""
