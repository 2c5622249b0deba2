"""What the checks say of an upload: counts, findings beside the file, and what it would change."""

from __future__ import annotations

from datetime import date

import streamlit as st

from etl.effect import effect
from etl.examine import Desk, Submission, examine
from etl.readers.document import Sheet
from indicators.model import Remark
from indicators.rows import effect as effects
from indicators.rows import upload as rows
from indicators.rows.effect import Effect
from indicators.rows.history import changes
from indicators.rows.preview import MARKS, Preview, preview
from indicators.rows.reading import Reading
from indicators.rows.remarks import Naming, listed
from indicators.store.changes import Change, beside
from indicators.store.reader import Store
from pages.parts.addresses import address
from pages.parts.controls import choose, switch
from pages.parts.markup import show
from pages.parts.panels import download_rows, section
from pages.parts.panels import listed as listed_rows

ALL = "all"
KEPT = 4
"""Checked uploads kept in memory: a file of a million rows takes a hundred megabytes."""
SHOWN = 300
"""Figures of a file that are listed."""


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def desk_of(_store: Store, snapshot: str) -> Desk:
    """What the checks know, once a snapshot."""
    return Desk.of(_store)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def examined(
    _desk: Desk, snapshot: str, _data: bytes, file: str, sha256: str, department: str, year: int, today: date
) -> Submission:
    """A file checked; the bytes are named by their digest."""
    return examine(_data, file, _desk, department=department, year=year, today=today)


@st.cache_resource(show_spinner=False, max_entries=8 * KEPT)
def effects_of(
    _store: Store, snapshot: str, _found: Submission, sha256: str, department: str, year: int, today: date
) -> tuple[Effect, ...]:
    """What the rows that are ready would change."""
    return effect(_store, _found.ready, today)


@st.cache_resource(show_spinner=False, max_entries=8 * KEPT)
def brought_by(
    _store: Store, snapshot: str, _found: Submission, sha256: str, department: str, year: int, today: date
) -> tuple[Change, ...]:
    """The rows that are ready beside the figures in use, the first of them."""
    return beside(_store, _found.ready, SHOWN)


def show_counts(read: Reading, found: Submission) -> None:
    """How the file was read, and how much of it is new, changed, unchanged or faulty."""
    document = found.document
    sheets = [one.name for one in document.sheets] if document else []
    told = (
        rows.read_as(read, document.format, document.encoding, document.separator, sheets) if document else ""
    )
    section(read.say("upload.step_findings"), told)
    names = ("rows_read", "rows_ready", "new", "changed", "unchanged")
    show("facts.html", facts=rows.counts(read, {name: getattr(found, name) for name in names}))


def show_findings(read: Reading, naming: Naming, found: Submission, file: str) -> None:
    """The findings, of one level or all, beside the parts of the file that they speak of."""
    every = listed(naming, found.remarks)
    count = {ALL: len(every)} | rows.by_level(found.remarks)
    levels = (ALL, *(level.value for level in rows.ORDER if count[level]))
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        label = read.say("upload.level")
        asked = choose(label, "level", levels, ALL, lambda one: rows.level(read, one, count[one]), switch)
        if every:
            download_rows(read, rows.table(read, every), f"{file}-findings.csv")
    chosen = [(one, row) for one, row in zip(found.remarks, every, strict=True) if asked in (ALL, one.level)]
    show(
        "findings.html",
        heads=rows.heads(read),
        rows=[row for _, row in chosen],
        nothing=read.say("upload.no_findings"),
        previews=previews(found, [(one, rows.told(row)) for one, row in chosen]),
        sheet=read.say("upload.preview"),
        gap=read.say("upload.gap"),
        marks=MARKS,
    )


def previews(found: Submission, told: list[tuple[Remark, str]]) -> list[Preview]:
    """The sheets whose cells findings speak of, else the first."""
    sheets = found.document.sheets if found.document else ()
    named = {one.sheet for one, _ in told if one.row is not None}
    shown = [sheet for sheet in sheets if sheet.name in named] or list(sheets[:1])
    return [_preview(sheet, [pair for pair in told if pair[0].sheet == sheet.name]) for sheet in shown]


def _preview(sheet: Sheet, told: list[tuple[Remark, str]]) -> Preview:
    size = (sheet.rows, len(sheet.columns))
    return preview(sheet.name, size, lambda row: sheet.head(1, row)[0], told)


def show_figures(
    read: Reading, naming: Naming, found: Submission, brought: tuple[Change, ...], file: str
) -> None:
    """Which figures are new, changed and unchanged, from what to what."""
    if not brought:
        return
    count = found.rows_ready
    key = "figures_more" if count > len(brought) else "figures_note"
    note = read.say(f"upload.{key}", count=count, limit=len(brought))
    listed_rows(
        read,
        read.say("upload.figures"),
        changes(read, naming, brought),
        f"{file}-figures.csv",
        note=note,
        tall=True,
    )


def show_effect(read: Reading, found: tuple[Effect, ...], file: str) -> None:
    """The targets whose verdict, chance, latest value or projection would move."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        section(read.say("upload.step_effect"), effects.summary(read, found))
        if found:
            download_rows(read, effects.table(read, found), f"{file}-effect.csv")
    if found:
        show("effects.html", lines=effects.lines(read, found), heads=effects.heads(read), address=address)
