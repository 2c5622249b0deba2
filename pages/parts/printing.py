"""What a page needs to print well from the browser itself, beside the print part of the style sheet."""

from __future__ import annotations

import streamlit as st

from pages.parts.markup import show

FIT = """<script>
window.onbeforeprint = () => document.querySelectorAll(".main-svg").forEach(drawing =>
  drawing.setAttribute("viewBox", `0 0 ${drawing.width.baseVal.value} ${drawing.height.baseVal.value}`));
window.onafterprint = () => document.querySelectorAll(".main-svg").forEach(drawing =>
  drawing.removeAttribute("viewBox"));
</script>"""
"""A chart is drawn for the width of the screen, and no layout of a sheet of paper makes it draw anew; with a
view box the browser scales it to the sheet."""


def fit_to_paper() -> None:
    """Let every chart of the page fit the sheet it is printed on."""
    st.html(FIT, unsafe_allow_javascript=True)


def on_paper(lines: tuple[str, ...]) -> None:
    """Lines that stand on paper only: what the sidebar says on the screen."""
    show("printed.html", lines=lines)
