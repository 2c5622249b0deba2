"""The page 数据上报: from the form to the receipt, and what stands in the way."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from etl.drafts import drafts, find
from etl.readers.limits import CSV_BYTES, MEGABYTE
from indicators.store.journal import read_journal, read_original
from indicators.store.reader import Store
from tests.pages.people import enrol
from tests.pages.screen import markup, tables, text
from tests.pages.statistician.conftest import UPLOAD
from tests.pages.statistician.files import CLEAN, FAULTY, LATER, button, give_reasons, load


@pytest.mark.parametrize("role", ["leader"])
def test_a_leader_is_refused(open_as, role):
    page = open_as(role, UPLOAD)
    assert not page.get("file_uploader")
    assert "须有统计员身份" in text(page)


def test_nobody_is_asked_to_log_in(open_page, accounts):
    page = open_page(UPLOAD)
    assert not page.get("file_uploader")
    assert "请先登录" in text(page)


def test_only_ones_own_departments_and_years_that_are_over_can_be_chosen(upload):
    page = upload()
    pickers = {one.label: one.options for one in page.selectbox}
    assert pickers["报送单位"] == ["市发展改革委", "市商务局"]
    assert pickers["数据年份"][-1] == "2020"


def test_an_administrator_may_speak_for_all(upload):
    pickers = {one.label: one.options for one in upload(role="administrator").selectbox}
    assert pickers["报送单位"][:2] == ["全部单位", "市发展改革委"]


def test_an_account_without_a_department_is_told_whom_to_ask(own_store, open_as, accounts):
    enrol("statistician", departments=())
    page = open_as("statistician", UPLOAD)
    assert "没有负责的单位" in text(page)
    assert not page.get("file_uploader")


def test_another_department_in_the_address_is_refused(upload):
    page = upload(department="linye")
    assert "department=linye" in page.warning[0].value
    assert {one.label: one.value for one in page.selectbox}["报送单位"] == "fagai"


def test_the_form_is_offered_in_both_kinds_with_the_limits_beside_it(upload):
    page = upload()
    assert [one.label for one in page.get("download_button")] == ["下载 XLSX 报送表", "下载 CSV 报送表"]
    assert "CSV 不超过100 MB，XLSX 不超过20 MB" in text(page)


def test_every_finding_is_listed_beside_the_cell_it_speaks_of(upload):
    page = upload("年报.csv", FAULTY)
    shown = text(page)
    assert "按 CSV 读取：编码 GB18030，逗号分隔" in shown
    found, preview = (rows for rows in tables(page)[:2])
    assert [(row["检查"], row["位置（行 列）"], row["原文"]) for row in found if "错误" in row["检查"]] == [
        ("✕ 错误 指标不认识", "3 A 指标", "火星人口"),
        ("✕ 错误 不是数", "4 D 数值", "六成多"),
    ]
    assert [row["A"] for row in preview][2] == "✕ 火星人口"
    assert 'class="l-error" title="不是数' in markup(page)


def test_errors_block_and_the_store_stays_as_it_is(upload, own_store):
    page = upload("年报.csv", FAULTY)
    assert button(page, "confirm_").disabled
    assert "文件中有错误，不能入库" in text(page)
    assert read_journal(own_store).entries == ()


def test_findings_can_be_shown_by_level(upload):
    page = upload("年报.csv", FAULTY, level="error")
    assert {row["检查"].split()[1] for row in tables(page)[0]} == {"错误"}


def test_a_file_that_cannot_be_read_says_why(upload):
    page = upload("照片.csv", b"\x89PNG\r\n\x1a\n" + bytes(100))
    (finding,) = tables(page)[0]
    assert finding["检查"].startswith("✕ 错误")
    assert "PNG" in text(page)
    assert button(page, "confirm_").disabled


def test_markup_in_a_file_stays_text(upload):
    page = upload("<b>x</b>.csv", FAULTY + "<img src=x onerror=alert(1)>,遵义市,2025,1,亿元\n")
    assert "<img" not in markup(page)
    assert "<img src=x onerror=alert(1)>" in text(page)


def test_the_effect_stands_before_the_button(upload):
    page = upload("年报.csv", CLEAN)
    effect = tables(page)[2]
    city = next(row for row in effect if row["目标"].startswith("6 "))
    assert city["结论"].startswith("▼ 难以实现 → ")
    assert city["结论"].endswith("已实现")
    assert "其中1项结论改变" in text(page)


def test_each_figure_is_shown_as_new_changed_or_unchanged_from_what_to_what(upload):
    page = upload("年报.csv", CLEAN)
    figures = tables(page)[3]
    assert [row["变化"] for row in figures] == ["新增", "新增"]
    assert {row["之前"] for row in figures} == {"—"}


def test_each_kind_of_warning_needs_a_reason(upload):
    page = upload("年报.csv", CLEAN)
    assert button(page, "confirm_").disabled
    assert "还有1类警告没有填写理由" in text(page)
    give_reasons(page, "  ")
    assert button(page, "confirm_").disabled
    give_reasons(page, "普查后核定")
    assert not button(page, "confirm_").disabled


def test_a_load_gives_a_receipt_and_counts_everywhere(upload, own_store, open_page):
    page = load(upload("年报.csv", CLEAN))
    assert dict(page.query_params) == {"receipt": "1"}
    shown = text(page)
    assert "回执：第1次入库已完成" in shown
    assert "2项目标因此变化，其中1项结论改变。" in shown
    (entry,) = read_journal(own_store).entries
    assert (entry.by, entry.department, entry.year, entry.file) == ("statistician", "fagai", 2025, "年报.csv")
    assert read_original(own_store, entry) == CLEAN.encode("gb18030")
    assert {one.remark.check: one.reason for one in entry.confirmed} == {"jump": "按年报"}
    assert entry.file_sha256 in shown
    assert "69.5%" in text(open_page("pages/leader/indicator.py", target=6))


def test_a_draft_survives_a_reload_with_what_was_typed(upload, own_store, open_as):
    page = upload("年报.csv", CLEAN)
    give_reasons(page, "普查后核定")
    asked = page.query_params["draft"]
    again = open_as("statistician", UPLOAD, draft=asked)
    assert "年报.csv" in text(again)
    assert [one.value for one in again.text_input] == ["普查后核定", ""]
    assert not button(again, "confirm_").disabled


def test_what_was_begun_is_listed_until_it_is_loaded(upload, own_store):
    page = upload("年报.csv", CLEAN)
    assert "年报.csv" in text(upload()).split("未完成的报送")[1]
    load(page)
    assert "未完成的报送" not in text(upload())
    assert drafts(own_store, "statistician") == []


def test_somebody_elses_draft_is_not_found(upload, own_store):
    asked = upload("年报.csv", CLEAN).query_params["draft"]
    other = upload(role="administrator", draft=asked)
    assert "这份草稿不存在" in other.warning[0].value
    assert "draft" not in other.query_params


@pytest.mark.parametrize("asked", ["x", "../..", "0" * 32, "<b>"])
def test_a_draft_that_was_never_made_is_told(upload, asked):
    page = upload(draft=asked)
    assert "这份草稿不存在" in page.warning[0].value
    assert page.get("file_uploader")


def test_another_file_takes_the_place_of_the_draft(upload, own_store):
    page = upload("年报.csv", FAULTY)
    button(page, "drop_").click().run()
    assert page.get("file_uploader")
    assert drafts(own_store, "statistician") == []


def test_the_right_is_asked_for_again_when_the_button_is_pressed(upload, own_store, monkeypatch):
    page = upload("年报.csv", CLEAN)
    give_reasons(page)
    page.user = {"session": "gone"}
    button(page, "confirm_").click().run()
    assert "请先登录" in text(page)
    assert read_journal(own_store).entries == ()


def test_a_load_that_came_between_asks_for_another_look(upload, own_store, open_as):
    page = upload("年报.csv", CLEAN)
    give_reasons(page)
    load(upload("二报.csv", LATER))
    button(page, "confirm_").click().run()
    assert "检查之后有别的数据入库" in page.warning[0].value
    assert len(read_journal(own_store).entries) == 1
    give_reasons(page)
    button(page, "confirm_").click().run()
    assert [one.file for one in read_journal(own_store).entries] == ["二报.csv", "年报.csv"]


def test_another_writer_at_work_is_a_sentence_and_the_draft_stays(upload, own_store):
    import fcntl

    page = upload("年报.csv", CLEAN)
    give_reasons(page)
    with (own_store / "writer.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        button(page, "confirm_").click().run()
    assert not page.exception
    assert "另一项入库正在进行" in page.error[0].value
    assert find(own_store, "statistician", page.query_params["draft"])
    load(page)


def test_a_full_disk_is_a_sentence_and_the_draft_stays(upload, own_store, monkeypatch):
    page = upload("年报.csv", CLEAN)
    give_reasons(page)
    before = Store.open(own_store).snapshot

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("etl.journal.loading.add", full)
        button(page, "confirm_").click().run()
    assert "磁盘无法写入" in page.error[0].value
    assert Store.open(own_store).snapshot == before
    load(page)


def test_a_receipt_of_another_department_is_not_shown(upload, own_store, open_as):
    load(upload("年报.csv", CLEAN))
    enrol("statistician", "wang", departments=("linye",))
    page = open_as("wang", UPLOAD, receipt=1)
    assert "receipt=1" in page.warning[0].value
    assert "年报.csv" not in text(page)


@pytest.mark.parametrize("asked", ["0", "9", "x", "<b>"])
def test_a_receipt_there_is_not_is_told(upload, asked):
    page = upload(receipt=asked)
    assert "receipt=" in page.warning[0].value


def test_the_page_speaks_english(upload):
    page = upload("report.csv", CLEAN, lang="en")
    shown = text(page)
    assert "Read as CSV: encoding GB18030, separated by comma" in shown
    assert "of which with another verdict: 1" in shown


def test_the_server_takes_as_large_a_file_as_the_page_promises():
    config = (Path(__file__).parents[3] / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    assert tomllib.loads(config)["server"]["maxUploadSize"] * MEGABYTE == CSV_BYTES


def test_a_trial_load_says_which_area_moves_verdicts(practice_warehouse, open_as):
    page = open_as("statistician", "pages/statistician/upload.py", departments=("fagai",), store="practice")
    assert "每个目标先列遵义都市圈，再列遵义市" in text(page)


def test_the_real_store_does_not_say_so(upload):
    assert "每个目标先列" not in text(upload())
