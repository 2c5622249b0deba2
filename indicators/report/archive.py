"""The gap reports of all lead departments as one ZIP."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from indicators.report.material import Material
from indicators.report.outline import gap_report
from indicators.report.packing import packed
from indicators.report.pdf import compiled
from indicators.rows.departments import leads
from indicators.rows.practice import mark

FORBIDDEN = re.compile(r'[\\/:*?"<>|\s]+')
"""What Windows allows in no file name."""

Progress = Callable[[int, int, str], None]
"""How many reports are done, of how many, and whose is next; blank at the end."""


def archive(material: Material, *, brief: bool = False, progress: Progress) -> bytes:
    """A ZIP with a PDF a lead department; the same material gives the same bytes. Raises GlyphMissing."""
    return packed(dict(reports(material, brief=brief, progress=progress)))


def reports(material: Material, *, brief: bool, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """File name and PDF of each lead department in the plan's order, one after another."""
    codes = leads(material.read, material.assessments)
    for done, code in enumerate(codes):
        name = material.read.department(code)
        progress(done, len(codes), name)
        yield _file(material, done + 1, name), compiled(gap_report(material, (code,), brief=brief))
    progress(len(codes), len(codes), "")


def _file(material: Material, number: int, name: str) -> str:
    read = material.read
    parts = (mark(read), f"{number:02d}", name, read.plan.code, material.as_of.isoformat())
    return FORBIDDEN.sub("-", "-".join(part for part in parts if part)) + ".pdf"
