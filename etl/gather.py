"""Everything a snapshot is made of, read from the data folder and harmonised; faults all at once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.harmonise import COLUMNS, Harmoniser
from etl.readers import RawRow, read_long
from indicators import catalogue
from indicators.errors import InputRefused
from indicators.model import Area, Break, Fault, Indicator, Observation, Plan, Source
from indicators.series import Book, build
from indicators.tables import Cells, Row, parse_rows, read_table

NOT_FIGURES = ("sources.csv", "breaks.csv")


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

    indicator_rows: Sequence[Row]
    plan_tables: dict[str, catalogue.Tables]
    plans: tuple[Plan, ...]
    loads: tuple[Load, ...]
    observations: tuple[Observation, ...]
    breaks: tuple[tuple[Break, str, str], ...]
    sources: tuple[Source, ...]

    @property
    def book(self) -> Book:
        """All figures as series, whatever the day."""
        return build(self.observations, [one for one, _, _ in self.breaks])


def gather(data: Path) -> Content:
    """Read `data` (plans/, indicators.csv, raw/). Raises InputRefused with every fault of every file."""
    faults: list[Fault] = []
    rows = read_table(data / "indicators.csv")
    indicators = catalogue.parse_indicators(rows)
    tables = {path.name: catalogue.read_folder(path) for path in sorted((data / "plans").iterdir())}
    plans = tuple(catalogue.parse_plan(each, indicators) for each in tables.values())
    areas = {code: area for plan in plans for code, area in plan.areas.items()}
    sources = _sources(data / "raw" / "sources.csv", faults)
    breaks = _breaks(data / "raw" / "breaks.csv", indicators, areas, faults)
    harmoniser = Harmoniser(indicators, areas, [one.code for one in sources])
    loads, observations = _figures(data / "raw", harmoniser)
    faults += harmoniser.faults
    if faults:
        raise InputRefused(faults)
    return Content(rows, tables, plans, loads, observations, breaks, sources)


def _figures(folder: Path, harmoniser: Harmoniser) -> tuple[tuple[Load, ...], tuple[Observation, ...]]:
    from tqdm import tqdm

    loads, observations = [], []
    paths = sorted(path for path in folder.glob("*.csv") if path.name not in NOT_FIGURES)
    for path in tqdm(paths, desc="files", delay=1):
        raws = read_long(path)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        load = Load(digest[:12], path.name, digest, len(raws))
        loads.append(load)
        if not _columns_known(path.name, raws, harmoniser.faults):
            continue
        found = (harmoniser.observation(raw, load.id) for raw in raws)
        observations += [one for one in found if one]
    return tuple(loads), tuple(observations)


def _columns_known(file: str, raws: Sequence[RawRow], faults: list[Fault]) -> bool:
    before = len(faults)
    parse_rows(file, COLUMNS, [raw.cells for raw in raws], faults, lambda cells: None)
    return len(faults) == before


def _sources(path: Path, faults: list[Fault]) -> tuple[Source, ...]:
    def parse(cells: Cells) -> Source:
        return Source(cells.required("code"), cells.required("title"), cells.text("url"))

    return tuple(parse_rows(path.name, "code title url", read_table(path), faults, parse))


def _breaks(
    path: Path, indicators: dict[str, Indicator], areas: dict[str, Area], faults: list[Fault]
) -> tuple[tuple[Break, str, str], ...]:
    def parse(cells: Cells) -> tuple[Break, str, str]:
        found = Break(
            cells.known("indicator", indicators),
            cells.known("area", {*areas, "*"}),
            cells.year("year"),
            cells.required("reason"),
        )
        return found, cells.required("note"), cells.required("note_en")

    columns = "indicator area year reason note note_en"
    return tuple(parse_rows(path.name, columns, read_table(path), faults, parse))
