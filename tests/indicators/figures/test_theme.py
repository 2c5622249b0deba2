"""The look: legible colours, one place for all."""

from __future__ import annotations

import tomllib
from pathlib import Path

import plotly.graph_objects
import pytest

from indicators.figures import theme
from indicators.model import Verdict


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_measured_right():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_is_legible_on_white_and_on_its_tint(verdict):
    style = theme.verdict_style(verdict)
    assert contrast(style.text, theme.PAGE) >= 4.5
    assert contrast(style.text, style.tint) >= 4.5


@pytest.mark.parametrize("grade", ["A", "B", "C", ""])
def test_a_grade_letter_is_legible_in_its_cell(grade):
    style = theme.grade_style(grade)
    assert contrast(style.text, style.fill) >= 4.5


@pytest.mark.parametrize("colour", [theme.INK, theme.SECONDARY, theme.ACCENT])
@pytest.mark.parametrize("ground", [theme.PAGE, theme.PANEL, theme.SPAN])
def test_text_colours_are_legible(colour, ground):
    assert contrast(colour, ground) >= 4.5


def test_lighter_ink_still_shows_as_a_line():
    assert contrast(theme.EARLIER, theme.PAGE) >= 3


def test_at_risk_and_off_track_differ_in_lightness_too():
    risk, off = theme.verdict_style(Verdict.AT_RISK), theme.verdict_style(Verdict.OFF_TRACK)
    assert contrast(risk.fill, off.fill) >= 2.5


def test_every_verdict_has_its_own_mark():
    assert "".join(theme.verdict_style(verdict).mark for verdict in Verdict) == "✔▲◆▼✖–"


def test_grades_are_darker_where_the_source_is_better():
    fills = [luminance(theme.grade_style(grade).fill) for grade in ("A", "B", "C", "")]
    assert fills == sorted(fills)


def test_an_unknown_grade_looks_like_none():
    assert theme.grade_style("Z") == theme.grade_style("")


def test_plotly_accepts_the_template():
    template = plotly.graph_objects.layout.Template(theme.TEMPLATE)
    assert template.layout.font.family.startswith("Noto Sans SC")
    assert template.layout.showlegend is False


def test_the_framework_around_the_figures_has_the_same_colours():
    config = (Path(__file__).parents[3] / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    used = tomllib.loads(config)["theme"]
    assert {name: colour for name, colour in used.items() if name.endswith("Color")} == {
        "primaryColor": theme.ACCENT,
        "linkColor": theme.ACCENT,
        "textColor": theme.INK,
        "backgroundColor": theme.PAGE,
        "secondaryBackgroundColor": theme.PANEL,
        "borderColor": theme.HAIRLINE,
        "dataframeBorderColor": theme.HAIRLINE,
    }
    assert {used["sidebar"]["backgroundColor"], used["sidebar"]["secondaryBackgroundColor"]} == {
        theme.PANEL,
        theme.PAGE,
    }
