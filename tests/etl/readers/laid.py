"""Small files in, figures and remarks as short lines out."""

from __future__ import annotations

import pyarrow as pa

from etl.readers.document import Document, FileRefused, Sheet
from etl.readers.files import read_document
from etl.readers.layout import figures

SHOWN = ("indicator", "area", "year", "measure", "unit", "status")
LONG = "指标,地区,年份,数值,单位\n地区生产总值,遵义市,2024,5200.1,亿元\n常住人口,遵义市,2024,658.2,万人\n"
"""The plainest file there is."""


def sheet(*rows: list[str], name: str = "", merged: tuple = ()) -> Sheet:
    """Rows of cells as a sheet."""
    columns = (pa.chunked_array([pa.array(cells, pa.string())]) for cells in zip(*rows, strict=True))
    return Sheet(name, tuple(columns), merged)


def read(data: bytes | str, name: str, known) -> tuple[list[str], list[str]]:
    """`row column indicator area year measure unit status value`, and `level check row column`."""
    document = read_document(data if isinstance(data, bytes) else data.encode(), name)
    return laid(document, known)


def laid(document: Document, known) -> tuple[list[str], list[str]]:
    table, remarks = figures(document, known)
    lines = [
        " ".join(
            [
                f"{one['row']} {one['column']}",
                *(one[key].replace(" ", "_").replace("\n", "_") or "-" for key in SHOWN),
                one["value"],
            ]
        )
        for one in table.to_pylist()
    ]
    return lines, said((*document.remarks, *remarks))


def said(remarks) -> list[str]:
    return [f"{one.level} {one.check} {one.row or '-'} {one.column or '-'}" for one in remarks]


def refused(data: bytes, name: str = "上报.csv") -> str:
    """The check that refuses a file, "" where it is read."""
    try:
        read_document(data, name)
    except FileRefused as refusal:
        return refusal.remark.check
    return ""
