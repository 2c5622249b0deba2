from __future__ import annotations

import pytest

from etl.examine import meanings
from etl.examine.labels import Labels
from etl.examine.packing import MEASURES
from tests.etl.examine.uploads import desk, figures

DESK = desk()


def meant(indicator, measure="~", unit="~"):
    table = figures(f"indicator measure unit\n{indicator} {measure} {unit}")
    found = meanings.read(*(Labels.of(table, name) for name in ("indicator", "measure", "unit")), DESK)
    place, kind = int(found.indicator[0]), int(found.measure[0])
    code = DESK.indicators[place].code if place >= 0 else None
    return code, MEASURES[kind].value if kind >= 0 else None, found.units.at(0), bool(found.fits[0])


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("GDP", "~", "亿元"), ("gdp", "level", "亿元", True)),
        (("GDP", "增速", "%"), ("gdp", "growth", "%", True)),
        (("GDP增速", "~", "~"), ("gdp", "growth", "%", True)),
        (("GDP增速", "总量", "%"), ("gdp", "growth", "%", True)),
        (("GDP（万元）", "~", "~"), ("gdp", "level", "万元", True)),
        (("GDP（万元）", "~", "亿元"), ("gdp", "level", "亿元", True)),
        (("GDP", "~", "%"), ("gdp", "growth", "%", True)),
        (("城镇化率", "~", "%"), ("urbanization_rate", "level", "%", True)),
        (("单位地区生产总值能耗", "~", "%"), ("energy_intensity", None, "%", True)),
        (("单位地区生产总值能耗", "降低率", "~"), ("energy_intensity", "cut", "%", True)),
        (("GDP", "年度目标", "%"), ("gdp", "work_target", "%", True)),
        (("GDP", "年度目标", "亿元"), ("gdp", "work_target", "亿元", True)),
        (("GDP", "增速", "亿元"), ("gdp", "growth", "亿元", False)),
        (("城乡收入比", "~", "："), ("income_ratio", "level", ":", False)),
        (("城乡收入比", "~", "：1"), ("income_ratio", "level", "∶1", True)),
        (("胡说", "增速", "%"), (None, "growth", "%", True)),
        (("GDP", "口味", "亿元"), ("gdp", None, "亿元", True)),
    ],
)
def test_indicator_measure_and_unit_are_understood_together(labels, expected):
    assert meant(*labels) == expected


def test_many_combinations_are_understood_like_few(monkeypatch):
    table = figures("indicator unit\nGDP 亿元\n城镇化率 %\nGDP 万元\nGDP 亿元\n胡说 %")
    columns = [Labels.of(table, name) for name in ("indicator", "measure", "unit")]
    dense = meanings.read(*columns, DESK)
    monkeypatch.setattr(meanings, "DENSE", 0)
    sparse = meanings.read(*columns, DESK)
    assert dense.indicator.tolist() == sparse.indicator.tolist()
    assert (dense.size / dense.wanted).tolist() == (sparse.size / sparse.wanted).tolist()
    assert [dense.units.at(row) for row in range(5)] == [sparse.units.at(row) for row in range(5)]
