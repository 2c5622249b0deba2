"""The workbook as a whole: sound XML, nothing that runs, the same bytes, whatever the plan."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from indicators.errors import UnknownName
from indicators.model import Source
from indicators.report.workbook import workbook
from tests.indicators.report.made import real
from tests.indicators.report.package.packages import many, material
from tests.indicators.report.workbook.reading import SHEETS, opened, parts, rows, texts
from tests.indicators.worked import levels

NASTY = (
    '=HYPERLINK("http://x")',
    "+1+1",
    "@SUM(A1)",
    "-2\x00\x1f",
    '&L&"x"<a>\'',
    "]]>",
    "\ud800",
    "_x0041_",
)


@pytest.fixture(scope="module")
def content(warehouse):
    return workbook(real(warehouse))


@pytest.fixture(scope="module")
def book(content):
    return opened(content)


def named(text):
    """The invented plan with a text wherever it holds one."""
    known = material([]).read.plan
    (target,) = known.targets
    told = {"name": text, "short": text, "wording": text, "unit": text}
    departments = {code: replace(one, name=text) for code, one in known.departments.items()}
    indicators = {
        code: replace(one, name=text, unit=text, definition=text) for code, one in known.indicators.items()
    }
    changed = {"targets": (replace(target, **told),), "departments": departments, "indicators": indicators}
    return replace(known, name=text, document=text, **changed)


def test_its_sheets_stand_in_the_order_of_reading(book):
    assert book.sheetnames == SHEETS


def test_names_of_sheets_are_names_that_spreadsheets_take(warehouse):
    for lang in ("zh", "en"):
        for name in opened(workbook(real(warehouse, lang))).sheetnames:
            assert len(name) <= 31
            assert not re.search(r"[\[\]:*?/\\]|^'|'$", name)


def test_every_part_is_sound_xml_and_no_reference_is_empty(content):
    found = parts(content)
    assert len(found) > 30
    for text in found.values():
        ElementTree.fromstring(text)
        assert not re.search(r"<f\s*/>|<f></f>", text)


def test_no_two_defined_names_are_the_same_on_a_sheet(content):
    found = re.findall(r'<definedName name="([^"]+)" localSheetId="(\d+)"', parts(content)["xl/workbook.xml"])
    assert len(found) == len(set(found)) > 10


def test_charts_refer_to_sheets_that_exist_in_quotes(content):
    charts = [text for name, text in parts(content).items() if name.startswith("xl/charts/chart")]
    places = {place for text in charts for place in re.findall(r"<f>\(?([^<]+?)\)?</f>", text)}
    names = {span.rpartition("!")[0] for place in places for span in place.split(",")}
    assert names == {"'轨迹'", "'阶梯'"}


def test_every_sheet_prints_in_landscape_with_its_data_version(book):
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_area
        assert book.properties.title in sheet.oddHeader.left.text
        assert "数据版本" in sheet.oddFooter.left.text
        assert sheet.oddFooter.right.text == "第&P页，共&N页"


@pytest.mark.parametrize(
    ("name", "cell"),
    [("目标", "C2"), ("部门差距", "E2"), ("阶梯", "C6"), ("轨迹", "E2"), ("观测值", "C2"), ("来源", "A2")],
)
def test_the_heads_of_tables_stay_in_sight_and_are_repeated(book, name, cell):
    assert book[name].freeze_panes == cell
    assert book[name].print_title_rows


def test_chinese_columns_are_wide_enough(book):
    sheet = book["目标"]
    assert sheet.column_dimensions["B"].width >= 2 * 15
    assert sheet.column_dimensions["D"].width >= 2 * 6


def test_it_says_its_language_and_title_and_nothing_of_a_person(book, warehouse):
    about = book.properties
    assert (about.language, about.title) == ("zh-CN", "遵义都市圈发展规划")
    assert not about.creator and not about.lastModifiedBy
    assert opened(workbook(real(warehouse, "en"))).properties.language == "en-GB"


def test_no_cell_is_a_formula_or_a_link(book):
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type in "fe" or cell.hyperlink]


@pytest.mark.parametrize("text", NASTY)
def test_nothing_in_the_data_runs_or_breaks_the_file(text):
    known = material(levels({2020: 50.0, 2022: 55.0}, note=text, found=text), known=named(text))
    sources = {"yearbook": Source("yearbook", text, text)}
    content = workbook(replace(known, read=replace(known.read, sources=sources)))
    book = opened(content)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type in "fe" or cell.hyperlink]
    plain = re.sub("[\x00-\x1f\ud800]", " ", text)
    assert [row["说明"] for row in rows(book["观测值"], "原始数值")] == [plain] * 2
    for part in parts(content).values():
        ElementTree.fromstring(part)


def test_a_very_long_note_ends_where_a_cell_does():
    known = material(levels({2020: 1.0, 2021: 2.0}, note="长" * 40_000))
    assert len(rows(opened(workbook(known))["观测值"], "原始数值")[0]["说明"]) == 32_767


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_same_material_gives_the_same_bytes(lang):
    assert workbook(material(lang=lang)) == workbook(material(lang=lang))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("figures", [[], None])
def test_two_hundred_targets_come_out_with_and_without_figures(lang, figures):
    known = material(figures, lang=lang, known=many(200))
    book = opened(workbook(known))
    read = known.read
    assert len(rows(book[read.say("workbook.targets")], read.say("column.number"))) == 200
    assert sum(len(sheet._charts) for sheet in book) == (201 if figures is None else 0)


def test_the_practice_store_is_marked_on_every_sheet(practice_warehouse):
    book = opened(workbook(real(practice_warehouse)))
    assert texts(book["摘要"])[0] == "演练数据"
    for sheet in book:
        assert sheet.oddHeader.left.text.startswith("演练数据")
    for name in ("目标", "部门差距", "轨迹", "观测值", "来源"):
        assert {row[0].value for row in book[name].iter_rows(min_row=2)} == {"演练数据（虚构）"}


def test_a_department_nobody_knows_is_refused(warehouse):
    with pytest.raises(UnknownName):
        workbook(real(warehouse), ("nobody",))
