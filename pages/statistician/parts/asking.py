"""The beginning of an upload: for whom, of which year, the form to fill in, and the file that comes back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

import streamlit as st

from etl.drafts import begin, drafts
from etl.readers.limits import CSV_BYTES, MEGABYTE, ROWS, XLSX_BYTES
from etl.template import Form, template
from indicators.assessment import judging_year_of
from indicators.model import Plan
from indicators.rows.reading import Reading
from indicators.rows.upload import Working, department_name, unfinished
from indicators.store.reader import Store
from pages.access.model import Account, Role
from pages.parts.addresses import address
from pages.parts.controls import choose
from pages.parts.markup import show, table
from pages.parts.panels import download, quiet, section
from pages.parts.stores import practice_mark, warehouse_folder

EVERY = "all"
"""In the address: the administrator speaks for all departments."""
KINDS = {
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Form.CSV: "text/csv",
}


def choose_department(read: Reading, account: Account) -> str:
    """One of the account's departments; "" for all of them, which only an administrator may ask for."""
    own = tuple(code for code in read.plan.departments if account.may_upload(code))
    options = (EVERY, *own) if account.role is Role.ADMINISTRATOR else own
    if not options:
        show("notice.html", text=read.say("upload.no_department", name=account.name))
        st.stop()

    def spoken(code: str) -> str:
        return department_name(read, (), "" if code == EVERY else code)

    asked = choose(read.say("upload.department"), "department", options, options[0], spoken)
    return "" if asked == EVERY else asked


def choose_year(read: Reading, today: date) -> int:
    """A year that is over, the latest first."""
    years = [str(year) for year in range(today.year - 1, read.plan.base_year - 1, -1)]
    usual = str(judging_year_of(read.plan, today))
    return int(choose(read.say("upload.year"), "year", years, usual if usual in years else years[0]))


def offer_form(read: Reading, store: Store, department: str, year: int) -> None:
    """Step 1: the form, made on the click."""
    section(read.say("upload.step_form"), read.say("upload.step_form_note"))
    if practice_mark(read.lang) and read.plan.stand_in:
        own, other = read.area(read.plan.area), read.area(read.plan.stand_in)
        quiet(read.say("upload.step_form_practice", area=own, stand_in=other))
    with st.container(horizontal=True):
        for form, kind in KINDS.items():
            label = read.say(f"upload.download_{form}")
            made = partial(template, read.plan, department, year, store, form, read.lang)
            download(label, made, f"{department or EVERY}-{year}.{form}", kind)


def take_file(read: Reading, account: Account, department: str, year: int) -> None:
    """Step 2: a file becomes a draft under an address of its own, and the page runs anew."""
    limits = {"csv": CSV_BYTES // MEGABYTE, "xlsx": XLSX_BYTES // MEGABYTE, "rows": ROWS}
    section(read.say("upload.step_file"), read.say("upload.limits", **limits))
    st.html(f"<style>:root{{--choose-file:'{read.say('upload.choose_file')}'}}</style>")
    given = st.file_uploader(
        read.say("upload.file"),
        key="upload_file",
        max_upload_size=CSV_BYTES // MEGABYTE,
        accept_multiple_files=False,
    )
    if given is None:
        return
    try:
        draft = begin(warehouse_folder(), account.name, given.getvalue(), given.name, department, year)
    except OSError:
        st.error(read.say("upload.cannot_keep"))
        return
    st.query_params["draft"] = draft.id
    st.query_params.pop("receipt", None)
    st.rerun()


def offer_drafts(read: Reading, plans: Iterable[Plan], account: Account) -> None:
    """What was begun and not finished, each under its address."""
    found = drafts(warehouse_folder(), account.name)
    if not found:
        return
    section(read.say("upload.drafts"), read.say("upload.drafts_note"))
    rows = unfinished(
        read, tuple(plans), [Working(one.file, one.department, one.year, one.changed) for one in found]
    )
    table(rows, links=[address("upload", draft=one.id) for one in found], at=read.say("upload.column.file"))


def offer_practice(read: Reading) -> None:
    """Where to try it without consequences, or the way back."""
    if practice_mark(read.lang):
        return
    link = address("upload", store="practice")
    show("linked.html", text=read.say("upload.try_first"), link=link, word=read.say("upload.try_link"))
