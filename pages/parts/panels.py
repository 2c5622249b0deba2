"""Pieces of a page: heading of a section, chart, table with its download, empty state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from indicators.rows.export import as_csv
from indicators.rows.reading import Reading
from pages.parts.markup import Rows, show, table


def section(title: str, note: str = "") -> None:
    """The heading of a part of the page, with a quiet line below it."""
    show("section.html", title=title, note=note)


def chart(figure: dict[str, Any], key: str) -> None:
    """A figure as its module drew it; its title stands on the page as text."""
    st.plotly_chart(figure, theme=None, key=key, config={"displayModeBar": False, "responsive": True})


def listed(
    read: Reading,
    rows: Rows,
    file: str,
    *,
    links: Sequence[str] = (),
    at: str = "",
    muted: bool = False,
    tall: bool = False,
) -> None:
    """A table with its CSV; where there are no rows, says so."""
    if not rows:
        show("notice.html", text=read.say("empty.no_rows"))
        return
    table(rows, links=links, at=at, muted=muted, tall=tall)
    download_rows(read, rows, file)


def quiet(text: str) -> None:
    """A line in secondary ink."""
    show("quiet.html", text=text)


def download_rows(read: Reading, rows: Rows, file: str) -> None:
    """A button that saves rows as CSV."""
    download(read.say("action.csv"), as_csv(rows), file, "text/csv")


def download(label: str, data: bytes, file: str, kind: str) -> None:
    """A button that saves `data`; the page stays as it is."""
    st.download_button(label, data, file_name=file, mime=kind, key=f"save_{file}", on_click="ignore")
