"""The workbook: the rows of the screen as real numbers, with charts that the spreadsheet draws itself."""

from __future__ import annotations

from datetime import datetime

from indicators.catalogue import find_department
from indicators.report.material import Material
from indicators.report.workbook import figures
from indicators.report.workbook.content import Content
from indicators.report.workbook.settled import settled

MADE = datetime(1980, 1, 1)
"""A day of no meaning: the same content is the same file."""


def workbook(material: Material, departments: tuple[str, ...] = ()) -> bytes:
    """Of the lead departments with these codes or names, of the whole plan where none is given.

    Raises UnknownName.
    """
    from openpyxl import Workbook

    read = material.read
    codes = [find_department(read.plan, name).code for name in departments]
    book = Workbook()
    book.remove(book.active)
    book.properties.creator, book.properties.created = "", MADE
    book.properties.title = read.pick(read.plan.name, read.plan.name_en)
    book.properties.language = "zh-CN" if read.lang == "zh" else "en-GB"
    content = Content(book, material, codes)
    content.summary()
    content.targets()
    content.gaps()
    figures.ladder(content)
    content.trajectories()
    figures.observations(content)
    figures.sources(content)
    figures.definitions(content)
    return settled(book)
