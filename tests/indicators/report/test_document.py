"""A report as data: what reaches the template, and the fingerprint that traces a printed page."""

from __future__ import annotations

import json
from dataclasses import replace

from indicators.report.blocks import Heading, Prose, Together
from indicators.report.document import HASH_DIGITS, as_json, fingerprint, texts
from tests.indicators.report.test_pdf import PLAIN


def test_every_block_says_what_it_is():
    document = replace(PLAIN, blocks=(Together((Heading(2, "目标"), Prose(("文字",)))),))
    (outer,) = json.loads(as_json(document))["blocks"]
    assert (outer["kind"], [one["kind"] for one in outer["blocks"]]) == ("together", ["heading", "prose"])


def test_what_no_font_draws_becomes_a_space():
    document = replace(PLAIN, blocks=(Prose(("甲\n乙\u202e丙\x00",)),))
    assert json.loads(as_json(document))["blocks"][0]["paragraphs"] == ["甲 乙 丙 "]


def test_the_fingerprint_is_that_of_all_that_is_said():
    assert fingerprint(PLAIN) == fingerprint(replace(PLAIN))
    assert len(fingerprint(PLAIN)) == HASH_DIGITS
    others = [replace(PLAIN, title="别的"), replace(PLAIN, blocks=()), replace(PLAIN, lang="en")]
    assert len({fingerprint(one) for one in [PLAIN, *others]}) == 4


def test_all_texts_are_found_however_deep():
    document = replace(PLAIN, blocks=(Together((Prose(("深处",)),)),))
    assert {"缺口报告", "规划", "深处"} <= set(texts(document))
    assert "prose" not in texts(document)
