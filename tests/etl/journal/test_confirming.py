"""Reasons for warnings: one for all, or one for those of a check."""

from __future__ import annotations

import pytest

from etl.journal.confirming import confirmations, unconfirmed
from indicators.model import Remark, Severity

REVISION = Remark("revision", Severity.WARNING, row=2)
AGAIN = Remark("revision", Severity.WARNING, row=3)
JUMP = Remark("jump", Severity.WARNING, row=4)
ALL = (REVISION, JUMP, AGAIN)


@pytest.mark.parametrize(
    ("given", "lacking"),
    [
        ([], ["revision", "jump"]),
        (["核对无误"], []),
        (["jump=新厂投产"], ["revision"]),
        (["jump=新厂投产", "revision=普查"], []),
        (["jump="], ["revision", "jump"]),
        ([" "], ["revision", "jump"]),
        (["other=普查"], []),
    ],
)
def test_a_check_without_a_reason_is_named_once(given, lacking):
    assert unconfirmed(ALL, given) == lacking


def test_every_warning_keeps_its_reason():
    found = confirmations(ALL, ["核对无误", "jump = 新厂投产，a=b"])
    assert [(one.remark, one.reason) for one in found] == [
        (REVISION, "核对无误"),
        (JUMP, "新厂投产，a=b"),
        (AGAIN, "核对无误"),
    ]


def test_without_warnings_nothing_is_asked():
    assert (unconfirmed((), []), confirmations((), ["核对无误"])) == ([], ())


def test_a_warning_without_a_reason_is_no_confirmation():
    with pytest.raises(KeyError, match="jump"):
        confirmations(ALL, ["revision=普查"])
