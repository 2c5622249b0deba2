"""Text in figures: escaped, marked up."""

from __future__ import annotations

from indicators.figures.lettering import broken, coloured, escaped, hover


def test_no_tag_survives():
    assert escaped("<b>a</b> & b") == "&lt;b&gt;a&lt;/b&gt; &amp; b"
    assert coloured("<i>", "#123456", 12, bold=True) == (
        '<span style="color:#123456;font-size:12px"><b>&lt;i&gt;</b></span>'
    )


def test_hover_keeps_line_breaks_and_nothing_else():
    assert hover("a<br><b>b") == "a<br>&lt;b&gt;b"


def test_a_name_may_be_cut_after_so_many_lines():
    assert broken("一二三四五<", 2, 2) == "一二<br>三四…"
    assert broken("一二<", 2, 2) == "一二<br>&lt;"
