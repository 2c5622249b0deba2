"""Reasons for warnings: one for all, or one for those of a check."""

from __future__ import annotations

import pytest

from etl.journal.confirming import reasons_by_check, unconfirmed
from indicators.model import Remark, Severity

REVISION = Remark("revision", Severity.WARNING, row=2)
AGAIN = Remark("revision", Severity.WARNING, row=3)
JUMP = Remark("jump", Severity.WARNING, row=4)
ALL = (REVISION, JUMP, AGAIN)


@pytest.mark.parametrize(
    ("given", "reasons"),
    [
        ([], {}),
        (["核对无误"], {"revision": "核对无误", "jump": "核对无误"}),
        (["jump = 新厂投产，a=b"], {"jump": "新厂投产，a=b"}),
        (["核对无误", "jump=新厂投产"], {"revision": "核对无误", "jump": "新厂投产"}),
        (["jump="], {}),
        ([" "], {}),
        (["other=普查"], {"revision": "other=普查", "jump": "other=普查"}),
    ],
)
def test_a_reason_is_for_its_check_or_for_all_others(given, reasons):
    assert reasons_by_check(ALL, given) == reasons


@pytest.mark.parametrize(
    ("reasons", "lacking"),
    [
        ({}, ["revision", "jump"]),
        ({"jump": "新厂投产"}, ["revision"]),
        ({"jump": "新厂投产", "revision": " "}, ["revision"]),
        ({"jump": "新厂投产", "revision": "普查"}, []),
    ],
)
def test_a_check_without_a_reason_is_named_once(reasons, lacking):
    assert unconfirmed(ALL, reasons) == lacking


def test_without_warnings_nothing_is_asked():
    assert (unconfirmed((), {}), reasons_by_check((), ["核对无误"])) == ([], {})
