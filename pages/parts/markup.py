"""Templates → what a browser shows; every value is escaped, whatever stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from indicators.figures import theme
from indicators.figures.sparkline import svg
from indicators.model import Verdict

HERE = Path(__file__).parent / "templates"
NUMBER = re.compile(r"[−+<>~]?\d[\d.]*(?!\S*[—-]\d)\S{0,14}|—")
"""A value with its unit, which a table sets flush right; not a date, a period or a sentence."""
COLOURS = {
    "ink": theme.INK,
    "secondary": theme.SECONDARY,
    "hairline": theme.HAIRLINE,
    "panel": theme.PANEL,
    "accent": theme.ACCENT,
    "page": theme.PAGE,
}

Rows = Sequence[Mapping[str, str]]


def show(template: str, **values: Any) -> None:
    """Draw a template of the folder `templates`."""
    st.html(render(template, **values))


def render(template: str, **values: Any) -> str:
    """A template as HTML. Raises jinja2.UndefinedError where a value is missing."""
    return _environment().get_template(template).render(**values)


def style(tooltip: str) -> None:
    """The style sheet, with the one palette; `tooltip` names the chart's picture button."""
    colours = "".join(f"--{name}:{value};" for name, value in COLOURS.items())
    verdicts = "".join(
        f".v-{verdict}{{--text:{look.text};--fill:{look.fill};--tint:{look.tint};}}"
        for verdict, look in theme.VERDICTS.items()
    )
    sheet = (HERE / "style.css").read_text(encoding="utf-8")
    st.html(f"<style>:root{{{colours}}}{verdicts}{sheet}</style>")


def table(
    rows: Rows, *, links: Sequence[str] = (), at: str = "", muted: bool = False, tall: bool = False
) -> None:
    """Rows of text as a table that scrolls inside itself.

    `links` are addresses, one a row, for the cell of the column `at`; `tall` limits the height.
    """
    columns = list(rows[0]) if rows else []
    show("table.html", rows=rows, columns=columns, links=links, at=at, muted=muted, tall=tall)


def _mark(verdict: Verdict) -> str:
    return theme.verdict_style(verdict).mark


def _spark(cell: Any, width: int, height: int) -> Markup:
    return Markup(svg(cell, width, height))  # noqa: S704 the drawing escapes its texts itself


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"mark": _mark, "spark": _spark}
    made.tests["number"] = lambda text: bool(NUMBER.fullmatch(text))
    return made
