"""The practice store on every page: marked wherever it shows, never where the real one does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indicators.store.pointer import read_pointer
from indicators.words import LANGUAGES, say
from tests.pages.screen import cells, drawing, markup, text

ROOT = Path(__file__).parents[2]
AUDIENCES = ("leader", "statistician", "reference", "admin")
PAGES = [
    path.relative_to(ROOT).as_posix()
    for audience in AUDIENCES
    for path in sorted((ROOT / "pages" / audience).glob("*.py"))
]
DRAWN = ("indicator", "departments", "sources", "methods")
"""Pages with charts."""


def charts(page):
    return [drawing(page, place) for place in range(len(page.get("plotly_chart")))]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_so_first_of_all_and_on_every_chart(practice_warehouse, open_as, path, lang):
    page = open_as("administrator", path, store="practice", lang=lang)
    mark, banner = say(lang, "practice.mark"), say(lang, "practice.banner")
    assert text(page).startswith(f"{mark} {banner} {say(lang, 'practice.leave')}")
    assert text(page).count(banner) == 1
    found = charts(page)
    assert [one for one in found if mark not in one] == []
    assert found or Path(path).stem not in DRAWN


@pytest.mark.parametrize("path", [path for path in PAGES if "leader" not in path and "reference" not in path])
def test_a_refused_page_says_so_too(practice_warehouse, open_page, path):
    assert text(open_page(path, store="practice")).startswith(say("zh", "practice.mark"))


@pytest.mark.parametrize("path", PAGES)
def test_no_page_of_the_real_store_is_marked(open_as, path):
    page = open_as("administrator", path)
    assert "store-banner" not in markup(page).split("</style>")[-1]
    assert [one for one in charts(page) if "演练" in one] == []


def test_the_board_is_full_of_verdicts(practice_warehouse, open_page):
    board = cells(open_page(store="practice"))
    assert len(board) == 30
    assert [number for number, cell in board.items() if "无法评估" in cell] == [10, 11]


def test_the_snapshot_is_the_practice_stores(practice_warehouse, open_page):
    page = open_page(store="practice")
    captions = [one.value for one in page.sidebar.caption]
    assert f"数据版本 {read_pointer(practice_warehouse)['snapshot']}" in captions
    assert "演练库 · 虚构数据" in captions


def test_links_stay_in_the_store_and_one_leads_back(practice_warehouse, open_page):
    shown = markup(open_page(store="practice", lang="en", version="x"))
    assert 'href="indicator?target=6&amp;lang=en&amp;store=practice&amp;version=x"' in shown
    assert 'href="?lang=en"' in shown


def test_links_of_the_real_store_name_no_store(open_page):
    assert "store=" not in markup(open_page(store="real"))


@pytest.mark.parametrize("asked", ["training", "", "<b>practice</b>"])
def test_a_store_nobody_knows_is_refused_and_the_real_one_shown(open_page, warehouse, asked):
    page = open_page(store=asked)
    assert "store=" in page.warning[0].value
    assert f"数据版本 {read_pointer(warehouse)['snapshot']}" in [one.value for one in page.sidebar.caption]


@pytest.mark.parametrize("asked", [None, "practice", "real"])
def test_a_server_for_demonstrations_never_opens_the_real_store(
    practice_warehouse, open_page, monkeypatch, tmp_path, asked
):
    monkeypatch.setenv("DEMO", "1")
    monkeypatch.setenv("WAREHOUSE", str(tmp_path / "nothing-here"))
    page = open_page(**({"store": asked} if asked else {}))
    assert text(page).startswith("演练数据 ")
    assert say("zh", "practice.leave") not in text(page)
    assert [one.value for one in page.warning] == (
        [say("zh", "practice.demo_only")] if asked == "real" else []
    )
    assert not (tmp_path / "nothing-here").exists()


@pytest.mark.parametrize("off", ["", "0"])
def test_demo_can_be_switched_off(open_page, monkeypatch, off):
    monkeypatch.setenv("DEMO", off)
    assert not text(open_page()).startswith("演练数据")


def test_a_practice_store_is_marked_however_it_was_opened(practice_warehouse, open_page, monkeypatch):
    monkeypatch.setenv("WAREHOUSE", str(practice_warehouse))
    page = open_page("pages/leader/departments.py")
    assert "演练数据" in text(page)
    assert "演练数据" in drawing(page)
    assert say("zh", "practice.leave") not in text(page)


def test_the_first_visit_builds_the_practice_store(open_page, monkeypatch, tmp_path):
    monkeypatch.setenv("PRACTICE_WAREHOUSE", str(tmp_path / "warehouse"))
    page = open_page(store="practice")
    assert len(cells(page)) == 30
    assert (tmp_path / "raw" / "practice.csv").exists()
    assert json.loads((tmp_path / "warehouse" / "current.json").read_text())["snapshot"]


def test_where_it_cannot_be_built_the_reader_is_told_so_and_no_path_of_the_machine(
    open_page, monkeypatch, tmp_path
):
    (tmp_path / "raw").mkdir()
    monkeypatch.setenv("PRACTICE_WAREHOUSE", str(tmp_path / "warehouse"))
    page = open_page(store="practice")
    assert say("zh", "empty.not_built") in [one.value for one in page.error]
    assert str(tmp_path) not in text(page)
    assert not page.code
