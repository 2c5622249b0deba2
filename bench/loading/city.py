"""An invented city: a data folder with many indicators and areas, and files of any length in its words.

The figures keep the identities that the checks look at (ratios of their parts, members' sums), so that a
file of a million rows gives no finding and every check runs over all of it.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.csv

Numbers = npt.NDArray[np.float64]
GROUPS, AREAS, YEARS = 50, 200, 20
"""Groups of five indicators; areas, of which the first is the whole; years up to LAST: a million figures."""
LAST = 2024
STORED_GROUPS, STORED_AREAS, STORED_YEAR = 10, 16, 2024
"""Figures the store knows beforehand: those of a year, 800, as many as the tree's own data."""
KINDS = ("产值", "人口", "人均产值", "覆盖率", "投资")
"""The five of a group: two amounts, their ratio, a share, and an amount that is told by its growth."""
UNITS = ("亿元", "万人", "万元", "%", "%")
FORMATS = ("%.2f", "%.2f", "%.4f", "%.2f", "%.1f")
HEAD = ("指标", "地区", "年份", "口径", "数值", "单位")
SEED = 20241231


def write_data(folder: Path) -> None:
    """The data folder: catalogue, a plan of two targets, and what the store knows beforehand."""
    plan, raw = folder / "plans" / "bench", folder / "raw"
    plan.mkdir(parents=True)
    raw.mkdir()
    _table(folder / "indicators.csv", _INDICATORS, _catalogue())
    _table(plan / "areas.csv", _AREAS, _areas())
    for name, head, rows in _SMALL:
        _table(plan / f"{name}.csv", head, [row.split(",") for row in rows])
    _table(raw / "sources.csv", "code title url", [["report", "公报", ""]])
    _table(raw / "breaks.csv", "indicator area year reason note note_en", [])
    _table(raw / "known.csv", _RAW, _known())


def write_file(path: Path, rows: int) -> None:
    """A long CSV of so many figures, in the order in which an office would print them."""
    columns = [_text(rows, place) for place in range(len(HEAD))]
    plain = pyarrow.csv.WriteOptions(quoting_style="none")
    pyarrow.csv.write_csv(pa.table(columns, names=list(HEAD)), path, plain)


def _text(rows: int, place: int) -> pa.Array:
    number = np.arange(rows)
    indicator, area, year = _coordinates(number)
    kind = indicator % len(KINDS)
    if HEAD[place] == "数值":
        figures = _figures()[indicator, area, year]
        return pa.array(
            [FORMATS[one] % value for one, value in zip(kind.tolist(), figures.tolist(), strict=True)]
        )
    words = {
        "指标": ([_indicator(one) for one in range(GROUPS * len(KINDS))], indicator),
        "地区": ([_area(one) for one in range(AREAS)], area),
        "年份": ([str(LAST - YEARS + 1 + one) for one in range(YEARS)], year),
        "口径": (["总量"] * 4 + ["增速"], kind),
        "单位": (list(UNITS), kind),
    }[HEAD[place]]
    return pa.array(words[0]).take(pa.array(words[1]))


def _coordinates(number: npt.NDArray[np.int64]) -> tuple[npt.NDArray[np.int64], ...]:
    return number // (AREAS * YEARS), number // YEARS % AREAS, number % YEARS


def _figures() -> Numbers:
    """Indicator × area × year; the first area is the sum of the others."""
    chance = np.random.default_rng(SEED)
    found = np.empty((GROUPS * len(KINDS), AREAS, YEARS))
    for group in range(GROUPS):
        product, people, ratio, share, growth = (group * len(KINDS) + kind for kind in range(len(KINDS)))
        for place, size, pace in ((product, 300.0, 0.07), (people, 40.0, 0.003)):
            start = size * np.exp(chance.normal(0, 0.5, (AREAS, 1)))
            moves = np.exp(np.cumsum(chance.normal(pace, 0.02, (AREAS, YEARS)), axis=1))
            found[place] = np.round(start * moves, 2)
            found[place, 0] = found[place, 1:].sum(axis=0)
        found[ratio] = found[product] / found[people]
        found[share] = np.clip(60 + np.cumsum(chance.normal(0.3, 0.4, (AREAS, YEARS)), axis=1), 0, 100)
        found[growth] = chance.normal(7, 2, (AREAS, YEARS))
    return found


def _indicator(place: int) -> str:
    return f"第{place // len(KINDS) + 1}类{KINDS[place % len(KINDS)]}"


def _area(place: int) -> str:
    return f"第{place}区" if place else "全市合计"


def _catalogue() -> list[list[str]]:
    rows = []
    for place in range(GROUPS * len(KINDS)):
        kind, group = place % len(KINDS), place // len(KINDS)
        parts = [f"i{group * 5}", f"i{group * 5 + 1}", "1", "1"] if kind == 2 else [""] * 4
        unit = "亿元" if kind == 4 else UNITS[kind]
        how = ("sum", "sum", "ratio", "none", "none")[kind]
        shape = ["share" if kind == 3 else "amount", "up", "2", "0", "100" if kind == 3 else "", how]
        name = _indicator(place)
        rows.append([f"i{place}", name, f"indicator {place}", unit, unit, *shape, *parts, *_LAST_CELLS])
    return rows


def _areas() -> list[list[str]]:
    codes = [f"a{place}" for place in range(AREAS)]
    whole = [codes[0], _area(0), "whole", "city", "", ";".join(codes[1:]), "", "", "", ""]
    inner = [[codes[one], _area(one), f"area {one}", "county", *[""] * 6] for one in range(1, AREAS)]
    return [whole, *inner]


def _known() -> list[list[str]]:
    figures, year, rows = _figures(), STORED_YEAR - LAST + YEARS - 1, []
    for place in range(STORED_GROUPS * len(KINDS)):
        kind = place % len(KINDS)
        measure = "growth" if kind == 4 else "level"
        for area in range(STORED_AREAS):
            printed = FORMATS[kind] % figures[place, area, year]
            about = [_indicator(place), _area(area), str(STORED_YEAR), measure, "", printed, UNITS[kind]]
            rows.append([*about, "published", "2025-03-01", "", "report", "A", "", ""])
    return rows


def _table(path: Path, head: str, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([head.split(), *rows])


_INDICATORS = (
    "code name name_en unit unit_en kind direction decimals lower upper aggregation numerator denominator"
    " factor slack constant growth_first pandemic aliases definition definition_en"
)
_LAST_CELLS = ["", "", "", "", "定义", "definition"]
_AREAS = "code name name_en kind gb2260 members counted_in aliases note note_en"
_RAW = (
    "indicator area year measure period_start value unit status published known_from source grade note flags"
)
_SMALL: tuple[tuple[str, str, list[str]], ...] = (
    (
        "plan",
        "code name name_en document url base_year target_year area stand_in report_due order",
        ["bench,测速规划,Bench,测速文件,,2020,2025,a0,,,1"],
    ),
    ("dimensions", "code name name_en", ["all,全部,All"]),
    ("departments", "code name name_en aliases", ["office,统计局,Statistics,"]),
    (
        "targets",
        "number code name name_en short short_en dimension indicator area basis comparator value"
        " tolerance approximate first last than lead joint wording",
        [
            "1,one,产值,Product,产值,Product,all,i0,a0,level,at_least,200000,,no,,,,office,,达到",
            "2,two,覆盖率,Coverage,覆盖率,Coverage,all,i3,a0,level,at_least,65,,no,,,,office,,达到",
        ],
    ),
    ("consistency", "code targets matter matter_en stated stated_en other other_en agrees", []),
)
