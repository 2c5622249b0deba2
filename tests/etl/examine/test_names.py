from __future__ import annotations

import pytest

from etl.examine.names import Name, near, read_area, read_indicator, read_measure
from etl.lexicon import lexicon
from indicators.model import Measure
from tests.etl.examine.uploads import plans

NAMES = lexicon(plans())


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("gdp", Name("gdp")),
        ("地区生产总值", Name("gdp")),
        ("ＧＤＰ", Name("gdp")),
        ("地区生产总值（GDP）", Name("gdp")),
        ("一、地区生产总值", Name("gdp")),
        ("1.地区生产总值", Name("gdp")),
        ("（一）地区生产总值", Name("gdp")),
        ("其中：城镇常住人口", Name("urban_population")),
        ("地区生产总值（亿元）", Name("gdp", None, "亿元")),
        ("地区生产总值(万元)", Name("gdp", None, "万元")),
        ("GDP增速", Name("gdp", Measure.GROWTH)),
        ("地区生产总值增长%", Name("gdp", Measure.GROWTH, "%")),
        ("地区生产总值同比增长（%）", Name("gdp", Measure.GROWTH, "%")),
        ("地区生产总值（增速）", Name("gdp", Measure.GROWTH)),
        ("社会消费品零售总额年均增长", Name("retail_sales", Measure.MEAN_GROWTH)),
        ("单位地区生产总值能耗降低率", Name("energy_intensity", Measure.CUT)),
        ("单位地区生产总值能耗累计降低(%)", Name("energy_intensity", Measure.CUMULATIVE_CUT, "%")),
        ("500万元以上固定资产投资", Name("fai")),
    ],
)
def test_an_indicator_is_read_with_what_its_label_tells(label, name):
    assert read_indicator(label, NAMES.indicators) == name


@pytest.mark.parametrize(
    "label", ["", "地区生产总直", "生产总值（万吨）", "增速", "第三产业", "GDP（含金沙）"]
)
def test_what_is_no_known_name_stays_unknown(label):
    assert read_indicator(label, NAMES.indicators) is None


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("遵义市", "520300"),
        (" 遵 义 市 ", "520300"),
        ("1、红花岗区", "520302"),
        ("520303", "520303"),
        ("Honghuagang", "520302"),
    ],
)
def test_an_area_is_read_by_code_name_and_alias(label, code):
    assert read_area(label, NAMES.areas) == code


@pytest.mark.parametrize("label", ["", "全市", "合计", "红花冈区"])
def test_an_area_is_never_guessed(label):
    assert read_area(label, NAMES.areas) is None


@pytest.mark.parametrize(
    ("label", "measure"),
    [
        ("总量", Measure.LEVEL),
        ("增速", Measure.GROWTH),
        ("同比增长(%)", None),
        ("growth", Measure.GROWTH),
        ("年度目标", Measure.WORK_TARGET),
        ("累计降低", Measure.CUMULATIVE_CUT),
        ("合格", None),
        *((one.value, one) for one in Measure),
    ],
)
def test_a_kind_of_figure_is_read_by_word_and_code(label, measure):
    assert read_measure(label) is measure


def test_the_nearest_names_come_first_and_no_more_than_three():
    assert near("地区生产总直", NAMES.indicators)[0] == "gdp"
    assert near("红花冈区", NAMES.areas)[0] == "520302"
    assert len(near("地区生产总直", NAMES.indicators)) == 3
    assert near("qqqq", NAMES.indicators) == ()
