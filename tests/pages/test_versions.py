"""Every page as of any load, and what is shown where a version, or the latest snapshot, is not there."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from etl.gather import gather
from etl.journal.loading import load
from etl.load import publish
from etl.practice.generate import generate
from indicators.store.pointer import read_pointer
from indicators.words import LANGUAGES, say
from tests.conftest import ROOT
from tests.etl.journal.orders import order, ready
from tests.pages.screen import cells, markup, text

PAGES = (None, *(f"pages/leader/{name}.py" for name in ("indicator", "departments")))
REFERENCE = tuple(f"pages/reference/{name}.py" for name in ("sources", "methods"))


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """The invented figures and two loads: GDP of 2025 misses its target, then is revised and meets it."""
    data = tmp_path_factory.mktemp("versions")
    generate(data, base=ROOT / "data")
    warehouse = data / "warehouse"
    publish(gather(data), warehouse)
    for day, value in ((1, 4000.0), (2, 5200.0)):
        at = datetime.fromisoformat(f"2026-03-0{day}T09:00:00+08:00")
        rows = ready(value, area="zunyi-metro", year=2025)
        load(order(warehouse, rows=rows), data, warehouse, at=at)
    return warehouse


@pytest.fixture
def visit(open_page, loaded, monkeypatch):
    """`open_page` in the practice store with the two loads."""
    monkeypatch.setenv("PRACTICE_WAREHOUSE", str(loaded))
    return lambda path=None, **query: open_page(path, store="practice", **query)


@pytest.mark.parametrize(
    ("version", "shown"),
    [(0, "4655 (2024)"), (1, "4000 (2025)"), (2, "5200 (2025)"), (None, "5200 (2025)")],
)
def test_the_figures_are_those_of_the_version(visit, version, shown):
    page = visit(**({} if version is None else {"version": version}))
    assert shown in cells(page)[1]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", [*PAGES, *REFERENCE])
def test_every_page_says_which_version_it_shows_and_leads_back(visit, path, lang):
    page = visit(path, version=1, lang=lang)
    assert text(page).count(say(lang, "as_of_load.banner", number=1)) == 1
    assert say(lang, "as_of_load.sidebar", number=1) in [one.value for one in page.sidebar.caption]
    assert f'href="?store=practice&amp;lang={lang}"' in markup(page)


def test_before_the_first_load_is_said_in_words(visit):
    assert say("zh", "as_of_load.start") in text(visit(version=0))


@pytest.mark.parametrize("version", [None, 2])
def test_the_latest_version_is_not_called_an_earlier_one(visit, version):
    page = visit(**({} if version is None else {"version": version}))
    assert "不是最新版本" not in text(page)
    assert [one.value for one in page.warning] == []


@pytest.mark.parametrize("asked", ["3", "-1", "1.0", "two", "", "١", "9" * 30, "<b>1</b>"])
def test_a_version_that_is_not_there_is_refused_and_the_latest_shown(visit, asked):
    page = visit(version=asked)
    assert [one.value for one in page.warning if "version=" in one.value] == [page.warning[0].value]
    assert "5200 (2025)" in cells(page)[1]


def test_the_version_goes_along_to_other_pages(visit):
    assert "indicator?target=6&amp;store=practice&amp;version=1" in markup(visit(version=1))


def test_a_version_whose_snapshot_is_gone_is_refused(visit, loaded, monkeypatch, tmp_path):
    for path in loaded.rglob("*"):
        if path.is_file() and path.name != f"{_snapshot_of_load_1(loaded)}.duckdb":
            copy = tmp_path / path.relative_to(loaded)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    monkeypatch.setenv("PRACTICE_WAREHOUSE", str(tmp_path))
    page = visit(version=1)
    assert "version=1" in page.warning[0].value
    assert "5200 (2025)" in cells(page)[1]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("damaged", ["snapshot", "pointer"])
def test_where_the_latest_is_damaged_the_one_before_is_shown_and_said(
    visit, loaded, monkeypatch, tmp_path, damaged, lang
):
    for path in loaded.glob("*.*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    broken = {"snapshot": f"{read_pointer(loaded)['snapshot']}.duckdb", "pointer": "current.json"}[damaged]
    (tmp_path / broken).write_bytes(b"{")
    monkeypatch.setenv("PRACTICE_WAREHOUSE", str(tmp_path))
    page = visit(lang=lang)
    assert [one.value for one in page.warning] == [say(lang, f"damaged.{damaged}_damaged")]
    assert len(cells(page)) == 30
    assert (tmp_path / broken).read_bytes() == b"{"


def _snapshot_of_load_1(warehouse):
    (entry,) = (warehouse / "journal").glob("0001-*.json")
    return json.loads(entry.read_text(encoding="utf-8"))["snapshot"]
