"""Templates → what a browser shows; every value is escaped, whatever stands in it."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from indicators.figures import theme
from indicators.model import Verdict
from indicators.rows.shapes import Cell
from indicators.rows.sparkline import svg
from indicators.typesetting import numeric
from indicators.words import LANGUAGES, say

HERE = Path(__file__).parent / "templates"
SHORT = 14
"""Texts of a table with no more characters than this stay on one line."""
COLOURS = {
    "ink": theme.INK,
    "secondary": theme.SECONDARY,
    "hairline": theme.HAIRLINE,
    "panel": theme.PANEL,
    "accent": theme.ACCENT,
}

Rows = Sequence[Mapping[str, str]]


def show(template: str, **values: Any) -> None:
    """Draw a template of the folder `templates`."""
    st.html(render(template, **values))


def render(template: str, **values: Any) -> str:
    """A template as HTML. Raises jinja2.UndefinedError where a value is missing."""
    return _environment().get_template(template).render(**values)


def style(title: str) -> None:
    """The style sheet, with the one palette; `title` stands over the sidebar."""
    colours = "".join(f"--{name}:{value};" for name, value in COLOURS.items())
    verdicts = "".join(
        f".v-{verdict}{{--text:{look.text};--fill:{look.fill};--tint:{look.tint};}}"
        for verdict, look in theme.VERDICTS.items()
    )
    sheet = (HERE / "style.css").read_text(encoding="utf-8")
    words = f"--title:{json.dumps(title.replace('<', ' '), ensure_ascii=False)};"
    st.html(f"<style>:root{{{colours}{words}}}{verdicts}{sheet}</style>")


def table(
    rows: Rows, *, links: Sequence[str] = (), at: str = "", muted: bool = False, tall: bool = False
) -> None:
    """Rows of text as a table that scrolls inside itself.

    `links` are addresses, one a row, for the cell of the column `at`; `tall` limits the height.
    """
    columns = list(rows[0]) if rows else []
    numbers = {name for name in columns if numeric([row[name] for row in rows])}
    words = {"rows": rows, "columns": columns, "numbers": numbers, "short": SHORT, "addresses": _addresses()}
    show("table.html", **words, links=links, at=at, muted=muted, tall=tall)


@cache
def _addresses() -> frozenset[str]:
    """Headings of the columns that hold addresses of the web; what people upload or note never is a link."""
    return frozenset(say(lang, "column.url") for lang in LANGUAGES)


def _mark(verdict: Verdict) -> str:
    return theme.verdict_style(verdict).mark


def _spark(cell: Cell, width: int, height: int) -> str:
    """The drawing as an address: Streamlit takes inline SVG out of what it shows."""
    return f"data:image/svg+xml;base64,{b64encode(svg(cell, width, height).encode()).decode()}"


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
    return made
