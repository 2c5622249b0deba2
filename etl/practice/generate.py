"""The practice data 演练数据: invented figures for all targets of the first plan, in a folder of their own.

What is taken over from the real tables is what the plan asks (plans/) and what is measured (indicators.csv);
every figure is invented by `etl/practice/recipe.csv` and a seed, names the one source `practice`, and says in
its note that it is invented. The years 2015–2024 are complete for the plan's area, its members, the city
and its other counties; some figures of 2025 are left for whoever practises to report. Two yearly totals
were published twice, so that there is a revision to look at. The same seed gives the same bytes; to start
afresh after trial loads, delete the folder.
"""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from etl.gather import gather
from etl.harmonise import COLUMNS
from etl.kind import SAID
from etl.load import publish
from etl.practice.figures import World, Years
from etl.practice.recipe import FIRST, LATEST, Recipe, recipes
from indicators import catalogue
from indicators.errors import StoreMixed
from indicators.model import (
    PRACTICE,
    AssignedLater,
    CumulativeCut,
    MeanGrowth,
    Measure,
    Plan,
    Status,
)
from indicators.tables import Row, read_table

SEED = 2015
BASE = Path("data")
"""The real tables, of which the plan and the catalogue are taken."""
DATA = Path("data/practice")
TITLE = "演练数据（虚构）"
NOTE = "虚构数据，仅供演练"
RELEASED = "03-20"
"""Month and day on which a year's figures come out, in the year after."""
TWICE = {2022: 0.988, 2023: 1.007}
"""Years whose GDP came out twice: the first figure as a share of the final one."""
WRITTEN = ("plans", "indicators.csv", "raw")
"""What of a data folder is written; where any of it is there and not ours, nothing is."""
EARLY, LATE = "01-22", "12-20"


def generate(target: Path, seed: int = SEED, base: Path = BASE) -> None:
    """Write the practice data into a folder that is new or holds practice data already.

    Raises StoreMixed where it holds anything else, InputRefused where the real tables have faults.
    """
    if any((target / name).exists() for name in WRITTEN) and not _ours(target):
        raise StoreMixed(f"{target} holds other data; the practice data need a folder of their own")
    plan = _plan(base)
    shutil.rmtree(target / "plans", ignore_errors=True)
    shutil.copytree(base / "plans" / plan.code, target / "plans" / plan.code)
    shutil.copyfile(base / "indicators.csv", target / "indicators.csv")
    _write(target / "README.txt", SAID)
    _write(target / "raw" / "breaks.csv", "indicator,area,year,reason,note,note_en\n")
    _write(target / "raw" / "sources.csv", f"code,title,url\n{PRACTICE},{TITLE},\n")
    _write(target / "raw" / "practice.csv", _table(rows(plan, seed)))


def build_practice(data: Path, warehouse: Path) -> str:
    """Generate the practice data and build their store; returns the snapshot. Raises StoreMixed, WriterBusy,
    OSError."""
    generate(data)
    return publish(gather(data), warehouse)


def rows(plan: Plan, seed: int = SEED) -> list[Row]:
    """Every invented figure as a row of a raw file, in a fixed order."""
    known = {code: one for code, one in recipes().items() if code in plan.indicators}
    world = World(plan, known, np.random.default_rng(seed))
    return [
        {column: row.get(column, "") for column in COLUMNS.split()}
        for (indicator, area), years in world.levels().items()
        for row in _series(plan, known, indicator, area, years)
    ]


def _series(
    plan: Plan, known: Mapping[str, Recipe], indicator: str, area: str, years: Years
) -> Iterator[Row]:
    one = plan.indicators[indicator]
    decimals = known[indicator].decimals if indicator in known else one.decimals
    for year in _published(plan, known, indicator):
        released = {"published": f"{year + 1}-{RELEASED}"}
        if indicator == "gdp" and area in (plan.area, plan.stand_in) and year in TWICE:
            yield _row(indicator, area, year, years[year] * TWICE[year], decimals, one.unit) | {
                "published": f"{year + 1}-{EARLY}",
                "flags": "preliminary",
            }
            released = {"published": f"{year + 1}-{LATE}"}
        yield _row(indicator, area, year, years[year], decimals, one.unit) | released
        change = _change(plan, indicator)
        if change:
            sign = -1 if change is Measure.CUT else 1
            value = 100 * sign * (years[year] / years[year - 1] - 1)
            yield _row(indicator, area, year, value, 1, "%") | released | {"measure": change.value}


def _published(plan: Plan, known: Mapping[str, Recipe], indicator: str) -> range:
    """A ratio's years are those that both its parts have."""
    one = plan.indicators[indicator]
    parts = [indicator] if indicator in known else [str(one.numerator), str(one.denominator)]
    return range(FIRST, max(LATEST, min(known[part].years().stop for part in parts) - 1) + 1)


def _change(plan: Plan, indicator: str) -> Measure | None:
    """Growth where a target asks for growth, cuts where it asks for a cut."""
    for one in plan.targets:
        if one.indicator == indicator and isinstance(one.basis, MeanGrowth):
            return Measure.GROWTH
        if one.indicator == indicator and isinstance(one.basis, AssignedLater | CumulativeCut):
            return Measure.CUT
    return None


def _row(indicator: str, area: str, year: int, value: float, decimals: int, unit: str) -> Row:
    return {
        "indicator": indicator,
        "area": area,
        "year": str(year),
        "measure": Measure.LEVEL.value,
        "value": f"{value:.{decimals}f}",
        "unit": unit,
        "status": Status.PUBLISHED.value,
        "source": PRACTICE,
        "grade": "C",
        "note": NOTE,
    }


def _plan(base: Path) -> Plan:
    """The first plan in order."""
    indicators = catalogue.parse_indicators(read_table(base / "indicators.csv"))
    folders = [path for path in sorted((base / "plans").iterdir()) if path.is_dir()]
    plans = [catalogue.parse_plan(catalogue.read_folder(path), indicators) for path in folders]
    return next(iter(catalogue.in_order(plans)))


def _ours(target: Path) -> bool:
    """Whether a folder holds practice data and nothing real."""
    sources = target / "raw" / "sources.csv"
    return sources.exists() and {row.get("code") for row in read_table(sources)} == {PRACTICE}


def _table(found: list[Row]) -> str:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS.split(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(found)
    return text.getvalue()


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8-sig" if path.suffix == ".csv" else "utf-8", newline="\n")
