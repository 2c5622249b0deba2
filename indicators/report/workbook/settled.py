"""A workbook without the time of its making: the same content gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from indicators.report.packing import packed

if TYPE_CHECKING:
    from openpyxl import Workbook

TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
NO_TIME = rb"\g<1>1980-01-01T00:00:00Z"


def settled(book: Workbook) -> bytes:
    """The workbook as a file; in its parts and in the archive around them nothing says when it was made."""
    made = io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as parts:
        content = {name: parts.read(name) for name in parts.namelist()}
    return packed({name: TIMES.sub(NO_TIME, part) for name, part in content.items()})
