"""Which signs a workbook may hold."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.report.workbook.signs import allowed


@pytest.mark.parametrize(
    "sign", ["\0", "\x08", "\x0b", "\r", "\x1f", "\x7f", "\ud800", "\udfff", "\ufffe", "\uffff"]
)
def test_what_xml_may_not_hold_becomes_a_space(sign):
    assert allowed(f"甲{sign}乙") == "甲 乙"


@pytest.mark.parametrize("sign", ["\t", "\n", " ", "\x80", "\ud7ff", "\ue000", "\ufffd", "📈", "堃"])
def test_everything_else_stays(sign):
    assert allowed(f"甲{sign}乙") == f"甲{sign}乙"


@given(st.text(st.characters(exclude_characters="<&")))
def test_whatever_is_allowed_is_sound_xml(text):
    assert (ElementTree.fromstring(f"<a>{allowed(text)}</a>".encode()).text or "") == allowed(text)
