"""Sheets → figures: several tables, several sheets, and the plain long file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from etl.readers.document import FIGURES
from etl.readers.files import read_document
from etl.readers.layout import figures
from tests.etl.readers.laid import LONG, laid, read, sheet
from tests.etl.readers.test_tidy import document


def test_a_figure_keeps_the_words_of_the_file_and_its_place(known):
    table, remarks = figures(read_document(LONG.encode(), "上报.csv"), known)
    assert table.slice(0, 1).to_pylist() == [
        {
            "sheet": "",
            "row": 2,
            "column": 4,
            "heading": "数值",
            "indicator": "地区生产总值",
            "area": "遵义市",
            "year": "2024",
            "measure": "",
            "unit": "亿元",
            "status": "",
            "note": "",
            "value": "5200.1",
        }
    ]
    assert (table.schema, remarks) == (FIGURES, ())


def test_each_sheet_has_its_own_layout_and_name(known):
    first = sheet(["指标", "地区", "年份", "数值"], ["GDP", "遵义市", "2024", "1"], name="长表")
    second = sheet(["县区", "2023", "2024"], ["汇川区", "2", "3"], name="常住人口")
    found, remarks = laid(document(first, second), known)
    assert found == [
        "2 4 GDP 遵义市 2024 - - - 1",
        "2 2 常住人口 汇川区 2023 - - - 2",
        "2 3 常住人口 汇川区 2024 - - - 3",
    ]
    assert remarks == ["note indicator_from_title - -"]


def test_a_sheet_named_by_its_year(known):
    page = sheet(["指标", "遵义市"], ["GDP", "1"], ["常住人口", "2"], name="2024年")
    assert [line.split()[4] for line in laid(document(page), known)[0]] == ["2024", "2024"]


def test_a_heading_that_is_printed_again_begins_the_table_again(known):
    text = "指标,地区,年份,数值\nGDP,遵义市,2023,1\n指标,地区,年份,数值\nGDP,遵义市,2024,2\n"
    assert [line[:3] for line in read(text, "a.csv", known)[0]] == ["2 4", "4 4"]


def test_a_second_table_has_its_own_title_and_not_the_first_ones(known):
    text = "单位：亿元\n指标,地区,年份,数值\nGDP,遵义市,2023,1\n\n指标,地区,年份,数值\nGDP,遵义市,2024,2\n"
    assert [line.split()[6] for line in read(text, "a.csv", known)[0]] == ["亿元", "-"]


def test_a_row_of_marks_above_a_further_table_is_kept(known):
    text = (
        "指标,地区,年份,数值\nGDP,遵义市,2024,1\nGDP,遵义市,2023,—\n指标,地区,年份,数值\nGDP,遵义市,2022,2\n"
    )
    assert [line.split()[0] for line in read(text, "a.csv", known)[0]] == ["2", "3", "5"]


def test_a_later_table_has_the_year_of_the_sheets_head(known):
    text = "遵义市2024年\n指标,数值\nGDP,1\n\n指标,数值\n常住人口,2\n"
    assert [line.split()[3:5] for line in read(text, "a.csv", known)[0]] == [["遵义市", "2024"]] * 2


def test_a_name_that_is_also_a_headings_word_begins_no_table(known):
    text = (
        "指标,地区,年份,数值\n项目,遵义市,2024,1\nGDP,遵义市,2024,2\n指标,地区,年份,数值\nGDP,遵义市,2023,3\n"
    )
    assert [line.split()[0] for line in read(text, "a.csv", known)[0]] == ["2", "3", "5"]


def test_the_same_remark_is_made_once(known):
    _, remarks = read("2024年遵义市\n指标,数值,指标,数值\nGDP,1,常住人口,2\n", "a.csv", known)
    assert remarks == ["note area_from_title - -", "note year_from_title - -"]


def test_a_document_without_sheets_says_so(known):
    assert laid(document(), known) == ([], ["error no_figures - -"])


WORDS = """指标 地区 年份 数值 单位 备注 口径 2023年 2024 GDP 常住人口（万人） 遵义市 汇川区 亿元 % 5200 1.5 —
    本年 上年 增速 总量 单位：亿元 2024年各县区
    注：初步 序号 指标代码 gdp 520300 其他 甲 1 2 状态 初步 2024年1-9月"""


@given(
    st.lists(
        st.lists(st.sampled_from([*WORDS.split(), "", "", " "]), min_size=5, max_size=5),
        min_size=1,
        max_size=9,
    )
)
def test_whatever_the_layout_a_figure_is_the_cell_it_names(known, rows):
    page = sheet(*rows)
    table, _ = figures(document(page), known)
    table.validate(full=True)
    places = [(one["row"], one["column"]) for one in table.to_pylist()]
    assert len(set(places)) == len(places)
    for one in table.to_pylist():
        assert one["value"] == page.text(one["row"], one["column"])
        assert None not in one.values() and one["value"].strip()


def test_the_notes_of_our_own_form_are_no_finding(known):
    table = sheet(["指标", "地区", "年份", "数值"], ["GDP", "遵义市", "2024", "1"], name="填报表")
    notes = sheet(["填报说明"], ["没有数据的留空，不要填零。"], name="填报说明")
    other = sheet(["甲", "乙"], ["1", "2"], name="填报说明")
    assert laid(document(table, notes), known)[1] == []
    assert [line.split()[1] for line in laid(document(table, other), known)[1]] == ["sheet_not_read"]
    assert [line.split()[1] for line in laid(document(notes), known)[1]] == ["no_layout"]
