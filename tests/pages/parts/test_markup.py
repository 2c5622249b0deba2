"""What reaches the browser: every value escaped, links only where they lead to the web or to a page."""

from __future__ import annotations

import pytest

from indicators.model import Verdict
from indicators.rows.facts import Fact
from pages.parts.markup import render

NASTY = "<script>alert('重')</script>\" onclick=\"x"

FINDING = {
    "sentence": NASTY,
    "kicker": NASTY,
    "verdict": Verdict.MISSED,
    "word": NASTY,
    "tags": [(NASTY, NASTY)],
}


def table(rows, **options):
    columns = list(rows[0])
    words = {"columns": columns, "numbers": set(), "short": 14, "links": (), "at": "", "muted": False}
    return render("table.html", rows=rows, **words | {"tall": False, "addresses": {"网址"}} | options)


@pytest.mark.parametrize(
    ("template", "values"),
    [
        ("facts.html", {"facts": [Fact(NASTY, NASTY, NASTY)]}),
        ("finding.html", FINDING),
        ("notice.html", {"text": NASTY}),
        ("prose.html", {"paragraphs": [NASTY, NASTY]}),
        ("quiet.html", {"text": NASTY}),
        ("section.html", {"title": NASTY, "note": NASTY}),
    ],
)
def test_no_template_lets_markup_through(template, values):
    shown = render(template, **values)
    assert "<script" not in shown
    assert '" onclick' not in shown
    assert "重" in shown


def test_cells_headings_and_links_of_a_table_are_escaped():
    shown = table([{NASTY: NASTY, "b": "c"}], links=[NASTY], at="b")
    assert "<script" not in shown
    assert '" onclick' not in shown


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("https://a.cn/b", True),
        ("http://a.cn/b", True),
        ("javascript:alert(1)", False),
        ("data:text/html,a", False),
    ],
)
def test_only_addresses_of_the_web_become_links(text, linked):
    assert (f'href="{text}"' in table([{"网址": text}])) is linked


def test_an_address_in_a_note_or_an_uploaded_cell_is_text():
    assert "href" not in table([{"说明": "https://evil.example/登录"}])


def test_a_column_may_lead_to_another_page():
    assert '<a href="indicator?target=6" target="_self">城镇化率</a>' in table(
        [{"a": "城镇化率"}], links=["indicator?target=6"], at="a"
    )
