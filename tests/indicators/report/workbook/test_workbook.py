"""The workbook: the numbers of the screen, in sheets that open and print well."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.errors import UnknownName
from indicators.report.workbook import workbook
from indicators.rows.origins import figures
from indicators.rows.record import column, flat
from tests.indicators.report.made import real
from tests.indicators.report.package.packages import many, material, practised
from tests.indicators.report.workbook.reading import opened, rows
from tests.indicators.worked import levels

LANGUAGES = ("zh", "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_of_all_targets_is_that_of_the_screen(warehouse, lang):
    known = real(warehouse, lang)
    read = known.read
    found = rows(opened(workbook(known))[read.say("workbook.targets")], column(read, "number"))
    assert len(found) == 30
    for row, one in zip(found, known.assessments, strict=True):
        wanted = flat(read, one, known.snapshot)
        verdict = column(read, "verdict")
        assert row.pop(verdict).endswith(wanted.pop(verdict))
        assert row == wanted


def test_values_are_real_numbers(warehouse):
    known = real(warehouse)
    sheet = opened(workbook(known))["目标"]
    names = [one.value for one in sheet[1]]
    urban = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == 6)
    latest = urban[names.index("最新值")]
    assert (latest.value, latest.number_format, latest.data_type) == (60.4, '0.0"%"', "n")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_published_figure_is_there(warehouse, lang):
    known = real(warehouse, lang)
    read = known.read
    sheet = opened(workbook(known))[read.say("workbook.observations")]
    found = rows(sheet, column(read, "found"))
    wanted = figures(read, known.book, known.observations)
    assert [row[column(read, "source")] for row in found] == [row[column(read, "source")] for row in wanted]
    at = [one.value for one in sheet[1]].index(column(read, "value")) + 1
    numbers = [sheet.cell(row, at).value for row in range(2, 2 + len(wanted))]
    assert numbers == [one.value for one in known.observations]


def test_every_sheet_has_its_head_in_sight_and_prints_one_page_wide(warehouse):
    book = opened(workbook(real(warehouse)))
    assert book.sheetnames == ["摘要", "目标", "部门差距", "阶梯", "轨迹", "轨迹图", "观测值", "来源", "定义"]
    for sheet in book:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.print_area
        assert "数据版本" in sheet.oddFooter.left.text
        if sheet.title != "轨迹图":
            assert sheet.freeze_panes
            assert sheet.print_title_rows


def test_chinese_columns_are_wide_enough(warehouse):
    sheet = opened(workbook(real(warehouse)))["目标"]
    assert sheet.column_dimensions["B"].width >= 2 * 15


def test_no_cell_is_a_formula_whatever_stands_in_the_data():
    nasty = '=HYPERLINK("http://x")', "+1+1", "@SUM(A1)", "-2\x00\x1f"
    known = material([one for at, text in enumerate(nasty) for one in levels({2018 + at: 1.0}, note=text)])
    book = opened(workbook(known))
    assert not [one for sheet in book for row in sheet.iter_rows() for one in row if one.data_type == "f"]
    notes = [row["说明"] for row in rows(book["观测值"], "原始数值")]
    assert notes == ['=HYPERLINK("http://x")', "+1+1", "@SUM(A1)", "-2  "]


def test_a_very_long_note_is_cut_where_a_cell_ends():
    known = material(levels({2020: 1.0, 2021: 2.0}, note="长" * 40_000))
    assert len(rows(opened(workbook(known))["观测值"], "原始数值")[0]["说明"]) == 32_767


def test_the_same_material_gives_the_same_bytes():
    assert workbook(material()) == workbook(material())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_figures_and_with_two_hundred_targets_it_comes_out(lang):
    assert (
        len(
            rows(
                opened(workbook(material([], lang=lang, known=many(200))))[
                    "目标" if lang == "zh" else "Targets"
                ],
                "序号" if lang == "zh" else "No.",
            )
        )
        == 200
    )


def test_departments_choose_their_targets(warehouse):
    known = real(warehouse)
    found = rows(opened(workbook(known, ("fagai", "市交通运输局")))["目标"], "序号")
    assert {row["牵头单位"] for row in found} == {"市发展改革委", "市交通运输局"}
    with pytest.raises(UnknownName):
        workbook(known, ("nobody",))


def test_invented_figures_say_so_on_summary_and_rows():
    book = opened(workbook(practised()))
    assert "演练" in " ".join(str(row[0].value) for row in book["摘要"].iter_rows(max_row=4))
    assert all("演练" in str(row) for row in rows(book["目标"], "序号"))
    assert all("演练" in str(row) for row in rows(book["观测值"], "原始数值"))
    assert all("演练" in str(row) for row in rows(book["来源"], "网址"))
    assert all("演练" in str(row) for row in rows(book["定义"], "指标定义"))


def test_figures_beyond_a_sheet_are_counted(monkeypatch):
    from indicators.report.workbook import sheets

    monkeypatch.setattr(sheets, "MOST_ROWS", 3)
    known = material()
    texts = [row[0].value for row in opened(workbook(replace(known)))["观测值"].iter_rows()]
    assert "另有2条超出表格容量，见数据包。" in texts
