"""What was said against what happened, on the page of a target and on the page of methods."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from indicators.store.ledger import read_ledger
from indicators.store.pointer import read_pointer
from indicators.words import LANGUAGES, say
from tests.indicators.rows.invented import CHINESE
from tests.pages.screen import drawing, facts, tables, text

INDICATOR = "pages/leader/indicator.py"
METHODS = "pages/reference/methods.py"
AS_OF = "2026-06-30"


def with_column(page, heading):
    """The first table with such a column."""
    return next(rows for rows in tables(page) if rows and heading in rows[0])


@pytest.fixture
def own_record(warehouse, tmp_path, monkeypatch):
    """A warehouse with the same snapshot and a copy of the record."""
    snapshot = f"{read_pointer(warehouse)['snapshot']}.duckdb"
    (tmp_path / "current.json").write_bytes((warehouse / "current.json").read_bytes())
    (tmp_path / snapshot).symlink_to(warehouse / snapshot)
    shutil.copytree(warehouse / "record", tmp_path / "record")
    monkeypatch.setenv("WAREHOUSE", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_chance_is_told_for_each_year_end_up_to_the_day(open_page, lang):
    rows = with_column(open_page(INDICATOR, target=27, lang=lang, as_of=AS_OF), say(lang, "column.day"))
    days = [row[say(lang, "column.day")] for row in rows]
    ends = [say(lang, "chances.day", year=year) for year in range(2020, 2026)]
    assert days == [*ends, AS_OF]


def test_its_last_row_is_the_verdict_of_the_page(open_page, command_line):
    (one,) = (each for each in command_line("--as-of", AS_OF) if each["number"] == 27)
    page = open_page(INDICATOR, target=27, as_of=AS_OF)
    last = with_column(page, "时点")[-1]
    assert (last["实现概率"], last["结论"]) == (facts(page)["实现概率"], one["verdict_word"])


def test_each_row_is_what_the_command_line_said_on_that_day(open_page, command_line):
    rows = with_column(open_page(INDICATOR, target=13, as_of=AS_OF), "时点")
    for year, row in zip(range(2020, 2026), rows, strict=False):
        (one,) = (each for each in command_line("--as-of", f"{year}-12-31") if each["number"] == 13)
        assert row["结论"] == one["verdict_word"], year


def test_the_chart_shows_the_bands_and_the_final_verdict(open_page):
    spec = drawing(open_page(INDICATOR, target=13, as_of=AS_OF), 1)
    for word in ("有望实现", "存在风险", "难以实现", "✖", "未实现", "06-30"):
        assert word in spec


def test_without_any_chance_there_is_the_table_with_its_reasons_and_no_chart(open_page):
    page = open_page(INDICATOR, target=15, as_of=AS_OF)
    assert {row["说明"] for row in with_column(page, "时点")} == {"没有可用数据"}
    assert not page.get("plotly_chart")


def test_another_area_has_chances_of_its_own(open_page):
    rows = with_column(open_page(INDICATOR, target=6, area="520302", as_of=AS_OF), "时点")
    own = with_column(open_page(INDICATOR, target=6, as_of=AS_OF), "时点")
    assert rows != own


def test_the_backtest_says_what_came_of_each_forecast_and_warns_of_few(open_page):
    page = open_page(METHODS, as_of=AS_OF)
    (missed,) = (row for row in with_column(page, "概率误差平方") if row["结果"] == "未实现")
    assert (missed["序号"], missed["作出日期"]) == ("13", "2023-12-31")
    assert "次不同的预测" in text(page)
    assert "不能证明预测的好坏" in text(page)
    assert "规划开始前10年也照此试推遵义市的同样指标" in text(page)


def test_the_record_is_listed_verified_and_its_fingerprint_shown(open_page, own_record):
    page = open_page(METHODS)
    kept = read_ledger(own_record)
    own = kept.forecasts("zunyi-metro-2025", date.max)
    assert f"得{len(own)}个不同的预测" in text(page)
    assert kept.fingerprint in text(page).replace(" ", "")
    record = [rows for rows in tables(page) if rows and "概率误差平方" in rows[0]][1]
    assert [int(row["序号"]) for row in record] == [one.number for one in own]
    assert {row["结果"] for row in record} == {"待定"}


def test_a_changed_file_is_named_on_the_page(open_page, own_record):
    (path,) = (own_record / "record").iterdir()
    path.write_bytes(path.read_bytes() + b" ")
    page = open_page(METHODS)
    assert f"有1个存证文件没有通过核对：{path.name}（写入之后被改动，不计入）" in text(page)
    assert str(own_record) not in text(page)


def test_before_anything_is_on_record_the_page_says_so(open_page, own_record):
    shutil.rmtree(own_record / "record")
    assert "还没有存证的预测；下一次建立数据版本时自动写入。" in text(open_page(METHODS))


def test_in_english_there_is_no_chinese_left_in_it(open_page):
    page = open_page(METHODS, lang="en")
    mine = [rows for rows in tables(page) if rows and say("en", "column.squared") in rows[0]]
    assert len(mine) == 2
    assert not CHINESE.search(str(mine))
