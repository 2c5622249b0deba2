"""报告导出 and the views saved as PDF: what is on screen is what is in the file."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from pypdf import PdfReader

from indicators.errors import GlyphMissing
from indicators.report import pdf
from pages.parts import report
from pages.parts.addresses import MADE
from tests.indicators.report.made import folded
from tests.pages.screen import text

PAGE = "pages/leader/report.py"
DAY = {"as_of": "2026-06-30"}


@pytest.fixture
def files(monkeypatch):
    """What the buttons of a page offer: label → (name of the file, a function that makes it)."""
    import streamlit as st

    found = {}

    def button(label, data, file_name, **options):
        found[label] = (file_name, data)

    monkeypatch.setattr(st, "download_button", button)
    return found


def read_back(content):
    return folded("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))


def made(files, label):
    name, make = files[label]
    return name, make()


def test_the_page_says_what_the_report_finds(open_page):
    said = text(open_page(PAGE, department="fagai", **DAY))
    assert "市发展改革委规划目标缺口报告" in said
    assert "牵头9项" in said
    assert "预览（共" in said


def test_the_first_pages_are_pictures(open_page):
    page = open_page(PAGE, department="fagai", **DAY)
    assert [one.proto.imgs[0].caption for one in page.get("image")] == ["第1页", "第2页", "第3页"]
    (brief,) = open_page(PAGE, form="brief", **DAY).get("image")
    assert brief.proto.imgs[0].caption == "第1页"


def test_departments_live_in_the_address(open_page):
    page = open_page(PAGE, department="fagai,jiaotong", **DAY)
    (picker,) = page.multiselect
    assert len(picker.options) == 13
    assert picker.value == ["fagai", "jiaotong"]
    picker.set_value(["linye"]).run()
    assert "linye" in page.query_params["department"]
    picker.set_value([]).run()
    assert "department" not in page.query_params


def test_an_unknown_department_is_refused_and_the_rest_shown(open_page):
    page = open_page(PAGE, department="nobody,fagai", **DAY)
    assert "nobody" in page.warning[0].value
    assert page.multiselect[0].value == ["fagai"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_format_is_the_report_on_the_page(open_page, files, lang):
    open_page(PAGE, department="fagai", lang=lang, **DAY)
    by_ending = {name.rpartition(".")[2]: make for name, make in files.values()}
    assert set(by_ending) == {"pdf", "xlsx", "csv", "json", "zip"}
    assert "难以实现" in read_back(by_ending["pdf"]()) or "Offtrack" in read_back(by_ending["pdf"]())
    assert len(json.loads(by_ending["json"]())) == 9
    assert len(by_ending["csv"]().splitlines()) == 10
    assert by_ending["xlsx"]().startswith(b"PK")
    with zipfile.ZipFile(io.BytesIO(by_ending["zip"]())) as package:
        assert "datapackage.json" in package.namelist()


def test_all_departments_are_made_on_demand(open_page, files):
    page = open_page(PAGE, form="brief", **DAY)
    assert "下载压缩包 ZIP" not in files
    next(one for one in page.button if one.key == "make_all").click().run(timeout=60)
    name, content = made(files, "下载压缩包 ZIP")
    assert name == "zunyi-metro-2025-2026-06-30-brief.zip"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert len(archive.namelist()) == 13


def test_what_was_made_is_not_offered_for_another_year_or_plan(open_page, files):
    page = open_page(PAGE, form="brief", **DAY)
    make = next(one for one in page.button if one.key == "make_all")
    make.click().run(timeout=60)
    assert files.pop("下载压缩包 ZIP")
    page.query_params["judging_year"] = "2024"
    page.run()
    assert "下载压缩包 ZIP" not in files
    assert any(one.key == "make_all" for one in page.button)


def test_what_was_made_is_gone_after_a_visit_to_another_page(open_page, files):
    page = open_page(PAGE, form="brief", **DAY)
    next(one for one in page.button if one.key == "make_all").click().run(timeout=60)
    assert len(page.session_state[MADE][1]) > 100_000
    page.switch_page("pages/leader/overview.py").run()
    assert MADE not in page.session_state


def test_a_department_without_letters_does_not_stop_the_page(open_page, files, monkeypatch):
    def missing(*_, **__):
        raise GlyphMissing("😀", "某局😀")

    monkeypatch.setattr(report, "archive", missing)
    page = open_page(PAGE, form="brief", **DAY)
    next(one for one in page.button if one.key == "make_all").click().run(timeout=60)
    assert "“某局😀”中的字符“😀”（U+1F600）" in text(page)
    assert "报告 PDF" in files
    assert "下载压缩包 ZIP" not in files


def test_a_character_that_no_font_has_is_told_and_the_page_stays(open_page, files, monkeypatch):
    def missing(*_, **__):
        raise GlyphMissing("😀", "统计表😀")

    monkeypatch.setattr(pdf, "pictures", missing)
    said = text(open_page(PAGE, department="renshe", as_of="2026-06-29"))
    assert "“统计表😀”中的字符“😀”（U+1F600）不在报告字体中" in said
    assert files == {}


def test_files_of_the_practice_store_say_so(open_page, files, practice_warehouse):
    open_page(PAGE, store="practice", form="brief")
    assert all(name.startswith("演练数据-") for name, _ in files.values())
    assert "演练数据" in read_back(made(files, "报告 PDF")[1])


@pytest.mark.parametrize(
    ("page", "query", "wanted"),
    [
        ("pages/leader/overview.py", {"order": "by_chance"}, ("总览", "30项目标中", "预计达不到的目标")),
        ("pages/leader/indicator.py", {"target": 6, "pace": "2.0"}, ("城镇化率", "情景试算", "62.4%")),
        ("pages/leader/departments.py", {"department": "renshe"}, ("市人力资源和社会保障局", "牵头3项")),
    ],
)
def test_a_view_is_saved_as_it_is(open_page, files, page, query, wanted):
    open_page(page, **DAY, **query)
    name, content = made(files, "存为 PDF")
    assert name.endswith("2026-06-30.pdf")
    assert [word for word in wanted if folded(word) not in read_back(content)] == []


def test_a_view_is_saved_in_the_readers_language_and_area(open_page, files):
    open_page("pages/leader/overview.py", lang="en", area="520382", **DAY)
    told = read_back(made(files, "Save as PDF")[1])
    assert "Areajudged:Renhuai" in told


def test_who_has_logged_out_gets_no_file(open_page, files, monkeypatch):
    from pages.parts import access

    open_page(PAGE, department="fagai", **DAY)
    monkeypatch.setattr(access.settings, "open_reading", lambda _: False)
    with pytest.raises(PermissionError):
        made(files, "报告 PDF")
