"""Reports on a page: what they are made from, their preview, the files to save."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from indicators.errors import GlyphMissing
from indicators.model import Assessment
from indicators.report import outline, pdf, plain
from indicators.report.archive import archive
from indicators.report.document import Document
from indicators.report.material import Material
from indicators.report.package import data_package
from indicators.report.views import indicator as views
from indicators.report.workbook import workbook
from indicators.rows import backtest, departments, ledger
from indicators.rows.reading import Reading
from pages.parts.addresses import MADE, refuse
from pages.parts.indicator import supposed
from pages.parts.loading import Loaded, recorded, tested_back
from pages.parts.markup import show
from pages.parts.panels import download, section
from pages.parts.proof import judged_over_time

SHOWN = 3
"""Pages of a preview."""
KEPT = 32
"""Previews kept in memory, half a megabyte each."""
PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = "application/zip"

Codes = tuple[str, ...]


def material_of(loaded: Loaded, *, fared: bool = False) -> Material:
    """What the page shows as material of a report; with `fared` also how earlier forecasts have done."""
    view = loaded.view
    told = _fared(loaded) if fared else ()
    return Material(
        loaded.read, loaded.assessments, view.book, view.observations, view.as_of, view.snapshot, told
    )


def save_view(loaded: Loaded, make: Callable[[Material], Document], file: str) -> None:
    """A button that saves the view of the page as PDF, made on the click."""
    made = partial(_compiled, make, material_of(loaded))
    download(loaded.read.say("export.view"), made, f"{file}.pdf", PDF)


def save_indicator(loaded: Loaded, one: Assessment, file: str) -> None:
    """The same for the page of one target, with the pace that the address supposes."""
    judged = judged_over_time(loaded, one)
    save_view(loaded, partial(views.indicator, one=one, judged=judged, pace=supposed()), file)


def choose_departments(loaded: Loaded) -> Codes:
    """Lead departments under the address parameter `department`, several with commas; none for all."""
    read, known = loaded.read, departments.leads(loaded.read, loaded.assessments)
    asked = [code for code in st.query_params.get("department", "").split(",") if code]
    if strange := [code for code in asked if code not in known]:
        refuse("department", ",".join(strange), read.say("department.all"))
    st.session_state["control_departments"] = [code for code in known if code in asked]

    def changed() -> None:
        chosen = st.session_state["control_departments"]
        if chosen:
            st.query_params["department"] = ",".join(chosen)
        else:
            st.query_params.pop("department", None)

    label = read.say("export.departments")
    picked = st.multiselect(
        label,
        known,
        format_func=read.department,
        key="control_departments",
        on_change=changed,
        placeholder=read.say("department.all"),
        select_all=False,
    )
    return tuple(code for code in known if code in picked)


def preview(material: Material, codes: Codes, *, brief: bool) -> bool:
    """The first pages as pictures; False where the report cannot be made, after saying why."""
    read = material.read
    try:
        pages, shown = _pictures(material, _key(material), codes, brief)
    except GlyphMissing as problem:
        _tell(read, problem)
        return False
    section(read.say("export.preview", pages=pages, shown=len(shown)))
    with st.container(key="preview"):
        for column, (number, picture) in zip(st.columns(SHOWN), enumerate(shown, start=1), strict=False):
            page = read.say("export.page", page=number)
            column.image(picture, caption=page, alt=page, width="stretch")
    return True


def offer(material: Material, codes: Codes, file: str, *, brief: bool) -> None:
    """Buttons for every format, each made on the click."""
    read = material.read
    made = partial(outline.gap_report, departments=codes, brief=brief)
    section(read.say("export.download"), read.say("export.downloads"))
    with st.container(horizontal=True):
        download(read.say("export.pdf"), partial(_compiled, made, material), f"{file}.pdf", PDF)
        download(read.say("export.workbook"), partial(workbook, material, codes), f"{file}.xlsx", XLSX)
        download(read.say("export.csv"), partial(plain.as_csv, material, codes), f"{file}.csv", "text/csv")
        as_json = partial(plain.as_json, material, codes)
        download(read.say("export.json"), as_json, f"{file}.json", "application/json")
        whole = f"{read.plan.code}-{material.as_of}.zip"
        download(read.say("export.package"), partial(data_package, material), whole, ZIP)


def all_departments(material: Material, *, brief: bool) -> None:
    """A button that makes a report for every lead department, with its progress; then one that saves them."""
    read = material.read
    count = len(departments.leads(read, material.assessments))
    section(read.say("export.all"), read.say("export.all_note", count=count))
    content = _archive(material, brief=brief)
    if content:
        name = f"{read.plan.code}-{material.as_of}-{'brief' if brief else 'full'}.zip"
        download(read.say("export.archive"), partial(bytes, content), name, ZIP)


def _archive(material: Material, *, brief: bool) -> bytes:
    """The reports of all departments once they are asked for; empty before, and where they cannot be made."""
    read, asked = material.read, (_key(material), brief)
    kept, content = st.session_state.get(MADE, (None, b""))
    if kept == asked:
        return bytes(content)
    st.session_state.pop(MADE, None)
    if not st.button(read.say("export.make"), key="make_all"):
        return b""
    try:
        content = archive(material, brief=brief, progress=partial(_progress, read, st.progress(0.0)))
    except GlyphMissing as problem:
        _tell(read, problem)
        return b""
    st.session_state[MADE] = (asked, content)
    return content


def _tell(read: Reading, problem: GlyphMissing) -> None:
    told = {"sign": problem.sign, "code": f"U+{ord(problem.sign):04X}", "text": problem.text}
    show("notice.html", text=read.say("export.glyph", **told))


def _key(material: Material) -> tuple[object, ...]:
    """What a report follows from, beside the choice of departments."""
    read, one = material.read, material.assessments[0]
    about = (material.snapshot, read.plan.code, read.lang, material.as_of, one.area, one.judging_year)
    return (*about, material.fared)


def _progress(
    read: Reading, bar: st.delta_generator.DeltaGenerator, done: int, total: int, name: str
) -> None:
    told = {"name": name, "number": done + 1, "count": total}
    bar.progress(done / total, read.say("export.making", **told) if name else read.say("export.made"))


def _fared(loaded: Loaded) -> tuple[str, ...]:
    read, view = loaded.read, loaded.view
    found, rehearsed = tested_back(view, view.snapshot, view.plan.code, view.as_of)
    kept, scored = recorded(loaded)
    told = ledger.told(read, scored, *kept.extent(view.plan.code, view.as_of))
    return (*backtest.told(read, found, rehearsed), told)


def _compiled(make: Callable[[Material], Document], material: Material) -> bytes:
    return pdf.compiled(make(material))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _pictures(
    _material: Material, key: tuple[object, ...], codes: Codes, brief: bool
) -> tuple[int, tuple[bytes, ...]]:
    pages = pdf.pictures(outline.gap_report(_material, codes, brief=brief))
    return len(pages), pages[:SHOWN]
