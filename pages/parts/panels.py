"""Pieces of a page: heading of a section, chart, table with its download, empty state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from indicators.figures.frame import marked
from indicators.model import Verdict
from indicators.rows.export import as_csv
from indicators.rows.practice import columns
from indicators.rows.reading import Reading
from pages.parts.access import offered
from pages.parts.addresses import language
from pages.parts.markup import Rows, show, table
from pages.parts.stores import practice_mark


def finding(
    sentence: str,
    kicker: str,
    verdict: Verdict | None = None,
    word: str = "",
    tags: Sequence[tuple[str, str]] = (),
) -> None:
    """What the page has to say, in one sentence; `tags` are pairs of a word and what it means."""
    show("finding.html", sentence=sentence, kicker=kicker, verdict=verdict, word=word, tags=tags)


def section(title: str, note: str = "") -> None:
    """The heading of a part of the page, with a quiet line below it."""
    show("section.html", title=title, note=note)


def chart(figure: dict[str, Any], key: str) -> None:
    """A figure as its module drew it; its title stands on the page as text.

    One of the practice store is marked.
    """
    if mark := practice_mark(language()):
        figure = marked(figure, mark)
    st.plotly_chart(figure, theme=None, key=key, config={"displayModeBar": False, "responsive": True})


def listed(
    read: Reading,
    title: str,
    rows: Rows,
    file: str,
    *,
    note: str = "",
    links: Sequence[str] = (),
    at: str = "",
    muted: bool = False,
    tall: bool = False,
) -> None:
    """A part of the page: heading, a button that saves the table as CSV, and the table.

    Where there are no rows, says so. The other arguments are those of `markup.table`.
    """
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        section(title, note)
        if rows:
            download_rows(read, rows, file)
    if rows:
        table(rows, links=links, at=at, muted=muted, tall=tall)
    else:
        show("notice.html", text=read.say("empty.no_rows"))


def quiet(text: str) -> None:
    """A line in secondary ink."""
    show("quiet.html", text=text)


def download_rows(read: Reading, rows: Rows, file: str) -> None:
    """A button that saves rows as CSV, made on the click: most tables are only looked at."""
    download(read.say("action.csv"), partial(as_csv, rows, columns(read)), file, "text/csv")


def download(label: str, data: bytes | Callable[[], bytes], file: str, kind: str) -> None:
    """A button that saves `data`, made on the click where it is a function; the page stays as it is.

    A function runs for who is offered the file now: not once they have logged out or lost a right.

    A file of the practice store says so in its name.
    """
    if mark := practice_mark(language()):
        file = f"{mark}-{file}"
    st.download_button(
        label,
        offered(data) if callable(data) else data,
        file_name=file,
        mime=kind,
        key=f"save_{file}",
        on_click="ignore",
    )
