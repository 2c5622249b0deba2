"""The record in words."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.rows.ledger import spaced, told, verified
from indicators.scoring import Score
from indicators.store.links import Flaw
from tests.indicators.rows.invented import in_chinese, reading, unfinished
from tests.indicators.said import SAID

FIRST = date(2024, 12, 31)
DUE = Score(SAID, inside={2025: True}, met=True, brier=0.09)
FINGERPRINT = "0123456789abcdef" * 4


def test_how_many_are_on_record_since_when_and_how_they_fared():
    said = told(reading(), [DUE], 3, FIRST)
    assert said.startswith("从2024-12-31起共存证3次，得1个不同的预测（内容不变的只计一次）。")
    assert "布赖尔分" in said and "为0.090" in said


def test_forecasts_that_are_all_open_have_no_score():
    assert "暂不能打分" in told(reading(), [Score(SAID)], 1, FIRST)


@pytest.mark.parametrize(("found", "first"), [([], None), ([], FIRST)])
def test_with_nothing_on_record_that_is_said(found, first):
    assert told(reading(), found, 0, first) == "还没有存证的预测；下一次建立数据版本时自动写入。"


def test_a_record_as_it_was_written_shows_its_fingerprint():
    assert verified(reading(), (), 3, FINGERPRINT).startswith(
        "3个存证文件首尾相接，没有改动。最新指纹：01234567 89abcdef"
    )


def test_without_files_there_is_nothing_to_verify():
    assert verified(reading(), (), 0, "") == ""


def test_files_that_are_not_as_they_were_written_are_named():
    flaws = [("0001-a-b.json", "changed"), ("0003-c-d.json", "unlinked")]
    said = verified(reading(), flaws, 2, FINGERPRINT)
    assert said.startswith(
        "有2个存证文件没有通过核对：0001-a-b.json（写入之后被改动，不计入）、0003-c-d.json（"
    )
    assert "01234567" not in said


@pytest.mark.parametrize(
    ("fingerprint", "text"), [("", ""), ("01234567", "01234567"), ("012345678", "01234567 8")]
)
def test_a_fingerprint_is_read_in_groups_of_eight(fingerprint, text):
    assert spaced(fingerprint) == text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_they_are_finished_text(lang):
    read = reading(lang)
    rows = [
        told(read, [DUE], 1, FIRST),
        told(read, [], 0, None),
        verified(read, (), 1, FINGERPRINT),
        *(verified(read, [("0001-a-b.json", flaw)], 1, FINGERPRINT) for flaw in Flaw),
    ]
    assert unfinished(rows) == []
    assert lang == "zh" or in_chinese(rows) == []
