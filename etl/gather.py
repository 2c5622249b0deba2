"""Everything a snapshot is made of, read from the data folder and harmonised; faults come together."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from tqdm import tqdm

from etl.harmonise import COLUMNS, Harmoniser
from etl.readers import read_long
from indicators import catalogue
from indicators.errors import InputRefused
from indicators.model import (
    LOADED,
    PRACTICE,
    UPLOAD,
    Area,
    Break,
    Fault,
    Indicator,
    Observation,
    Plan,
    Source,
    StoreKind,
    kind_of,
)
from indicators.series import Book, build
from indicators.tables import Cells, Row, parse_rows, read_table

NOT_FIGURES = ("sources.csv", "breaks.csv")
ID_LENGTH = 12
"""Digits of a hash that name a load or a snapshot."""


@dataclass(frozen=True)
class Load:
    """One raw file as it went in; its id is the head of its hash."""

    id: str
    file: str
    sha256: str
    rows: int


@dataclass(frozen=True)
class Content:
    """All that goes into a snapshot."""

    indicator_rows: list[Row]
    plan_tables: Mapping[str, catalogue.Tables]
    plans: tuple[Plan, ...]
    loads: tuple[Load, ...]
    observations: tuple[Observation, ...]
    breaks: tuple[Break, ...]
    sources: tuple[Source, ...]

    @property
    def kind(self) -> StoreKind:
        """Published figures or invented ones."""
        return kind_of(one.code for one in self.sources)

    @cached_property
    def book(self) -> Book:
        """All figures as series, whatever the day."""
        return build(self.observations, self.breaks)


def gather(data: Path) -> Content:
    """Read `data` (indicators.csv, plans/, raw/).

    Raises InputRefused with all faults of a stage together: indicators, then all plans, then all raw
    files, for each stage speaks in the codes of the one before. Raises OSError where a folder is missing.
    """
    rows = read_table(data / "indicators.csv")
    indicators = catalogue.parse_indicators(rows)
    folders = sorted(path for path in (data / "plans").iterdir() if path.is_dir())
    tables = {path.name: catalogue.read_folder(path) for path in folders}
    plans = _plans(tables, indicators)
    areas = {code: area for plan in plans for code, area in plan.areas.items()}
    faults: list[Fault] = []
    sources = _sources(data / "raw" / "sources.csv", faults)
    _cited(tables, {one.code for one in sources}, faults)
    breaks = _breaks(data / "raw" / "breaks.csv", indicators, areas, faults)
    harmoniser = Harmoniser(indicators, areas, [one.code for one in sources], faults)
    loads, observations = _figures(data / "raw", harmoniser)
    if faults:
        raise InputRefused(faults)
    return Content(rows, tables, plans, loads, observations, breaks, sources)


def _plans(tables: Mapping[str, catalogue.Tables], indicators: dict[str, Indicator]) -> tuple[Plan, ...]:
    plans, faults = [], []
    for folder, each in tables.items():
        try:
            plan = catalogue.parse_plan(each, indicators)
        except InputRefused as refusal:
            faults += [replace(fault, file=f"{folder}/{fault.file}") for fault in refusal.faults]
            continue
        plans.append(plan)
        if plan.code != folder:
            faults.append(Fault(f"{folder}/plan.csv", 2, "code", plan.code, f"{folder}, as its folder"))
    if not tables:
        faults.append(Fault("plans", None, "", "no folder", "a folder for each plan, at least one"))
    if faults:
        raise InputRefused(faults)
    return tuple(catalogue.in_order(plans))


def _figures(folder: Path, harmoniser: Harmoniser) -> tuple[tuple[Load, ...], tuple[Observation, ...]]:
    loads: dict[str, Load] = {}
    observations = []
    paths = sorted(path for path in folder.glob("*.csv") if path.name not in NOT_FIGURES)
    for path in tqdm(paths, desc="files", delay=1):
        raws = read_long(path, COLUMNS, harmoniser.faults)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        load = Load(digest[:ID_LENGTH], path.name, digest, len(raws))
        twin = loads.setdefault(load.id, load)
        if twin is not load:
            harmoniser.faults.append(Fault(path.name, None, "", f"the same as {twin.file}", "each file once"))
            continue
        found = (harmoniser.observation(cells, load.id) for cells in raws)
        observations += [one for one in found if one]
    return tuple(loads.values()), tuple(observations)


def _sources(path: Path, faults: list[Fault]) -> tuple[Source, ...]:
    def parse(cells: Cells) -> Source:
        return Source(cells.required("code"), cells.required("title"), cells.text("url"))

    sources = tuple(parse_rows(path.name, "code title url", read_table(path), faults, parse))
    if PRACTICE in (one.code for one in sources) and len(sources) > 1:
        faults.append(Fault(path.name, None, "code", PRACTICE, "no other source beside invented figures"))
    taken = [one.code for one in sources if one.code == UPLOAD or one.code.startswith(LOADED)]
    faults += [Fault(path.name, None, "code", code, f"another one; {LOADED}… are uploads") for code in taken]
    return sources


def _cited(tables: Mapping[str, catalogue.Tables], codes: set[str], faults: list[Fault]) -> None:
    """Official verdicts name sources, which only the raw files know."""
    faults += [
        Fault(f"{folder}/verdicts.csv", number, "source", row["source"], "a code of sources.csv")
        for folder, each in tables.items()
        for number, row in enumerate(each.get("verdicts", ()), start=2)
        if row["source"].strip() not in codes
    ]


def _breaks(
    path: Path, indicators: dict[str, Indicator], areas: dict[str, Area], faults: list[Fault]
) -> tuple[Break, ...]:
    def parse(cells: Cells) -> Break:
        return Break(
            cells.known("indicator", indicators),
            cells.known("area", {*areas, "*"}),
            cells.year("year"),
            cells.required("reason"),
            cells.required("note"),
            cells.required("note_en"),
        )

    columns = "indicator area year reason note note_en"
    return tuple(parse_rows(path.name, columns, read_table(path), faults, parse))
