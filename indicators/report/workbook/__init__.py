"""The workbook: the rows of the screen as real numbers, with charts that the spreadsheet draws itself."""

from __future__ import annotations

from indicators.catalogue import find_department
from indicators.report.material import Material
from indicators.report.workbook.settled import settled
from indicators.report.workbook.signs import allowed

LANGUAGES = {"zh": "zh-CN", "en": "en-GB"}
"""How a document names its language."""


def workbook(material: Material, departments: tuple[str, ...] = ()) -> bytes:
    """Of the lead departments with these codes or names, of the whole plan where none is given.

    Raises UnknownName.
    """
    from openpyxl import Workbook

    from indicators.report.workbook import definitions, figures, ladder, summary, targets, trajectories
    from indicators.report.workbook.pages import Pages

    read = material.read
    book = Workbook()
    book.remove(book.active)
    pages = Pages(book, material, [find_department(read.plan, name).code for name in departments])
    about = book.properties
    about.creator, about.title = "", allowed(pages.name)
    about.language = LANGUAGES[read.lang]
    summary.summary(pages)
    targets.targets(pages)
    targets.gaps(pages)
    ladder.ladder(pages)
    trajectories.trajectories(pages)
    figures.observations(pages)
    figures.sources(pages)
    definitions.definitions(pages)
    return settled(book)
