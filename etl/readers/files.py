"""An uploaded file → a document of text sheets; what it is decides its content, never its name."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import replace

from etl.readers import arrow, limits
from etl.readers.delimited import SAMPLE_ROWS, read_delimited
from etl.readers.document import Document, FileRefused, Sheet
from etl.readers.encodings import decoded, traces
from etl.readers.kinds import CSV, XLSX, kind
from etl.readers.workbook import read_workbook
from indicators.model import Remark, Severity

EXTENSIONS = {"csv": ("csv", "txt", "tsv"), "xlsx": ("xlsx",)}
"""Extensions that agree with a format."""
REFUSED = {"empty": "empty_file", "old_excel": "old_excel", "markup": "web_page"}
"""Kinds of files with a sentence of their own; all others are not a table."""
PATH = re.compile(r"[\\/:]")
UNSAFE = re.compile(r'[<>"|?*`&\[\]()!#$%^{};\'=~]')
"""What means something to a file system, a shell, HTML or markdown."""


def read_document(data: bytes, name: str) -> Document:
    """The file's sheets. Raises FileRefused, whose remark says why, before any of it costs much."""
    file = plain_name(name)
    _small(data, file, limits.CSV_BYTES)
    what = kind(data)
    if what == CSV:
        return _text(data, file)
    if what == "zip":
        return _workbook(data, file)
    raise FileRefused.because(REFUSED.get(what, "not_a_table"), file, what if what.isupper() else "")


def plain_name(name: str) -> str:
    """The last part of a path, without control, invisible or markup characters, not too long; never blank."""
    last = PATH.split(unicodedata.normalize("NFC", name))[-1]
    shown = "".join(letter for letter in last if unicodedata.category(letter)[0] not in "CZ" or letter == " ")
    stem, dot, extension = UNSAFE.sub("_", shown).strip(" .").rpartition(".")
    room = limits.NAME_LENGTH - len(extension) - 1
    return (stem[: max(room, 1)] + dot + extension)[: limits.NAME_LENGTH] or "file"


def _text(data: bytes, file: str) -> Document:
    text = decoded(data, file)
    sheet, separator = read_delimited(text.data, file)
    document = _document(data, file, CSV, (sheet,), _damaged(sheet))
    return replace(document, encoding=text.encoding, separator=separator)


def _damaged(sheet: Sheet) -> tuple[Remark, ...]:
    """A warning where a column's words are what a wrong encoding leaves; columns of numbers are sampled."""
    for place, column in enumerate(sheet.columns, start=1):
        words = arrow.words(column if column.type == arrow.WORDS else column.slice(0, SAMPLE_ROWS))
        if found := next((word for word in words.dictionary.to_pylist() if traces(word)), ""):
            return (Remark("mojibake", Severity.WARNING, column=place, found=found[: limits.SHOWN]),)
    return ()


def _workbook(data: bytes, file: str) -> Document:
    _small(data, file, limits.XLSX_BYTES)
    sheets, remarks = read_workbook(data, file)
    return _document(data, file, XLSX, sheets, remarks)


def _document(
    data: bytes, file: str, form: str, sheets: tuple[Sheet, ...], remarks: tuple[Remark, ...] = ()
) -> Document:
    digest = hashlib.sha256(data).hexdigest()
    return Document(file, digest, len(data), form, "", "", sheets, _misnamed(file, form) + remarks)


def _small(data: bytes, file: str, limit: int) -> None:
    if len(data) > limit:
        raise FileRefused.because("file_too_large", file, _megabytes(len(data)), _megabytes(limit))


def _misnamed(file: str, form: str) -> tuple[Remark, ...]:
    """A note where the name promises another format."""
    extension = file.rpartition(".")[2].lower() if "." in file else ""
    if extension in EXTENSIONS[form]:
        return ()
    said = (("format", form.upper()),)
    return (Remark("wrong_extension", Severity.NOTE, found=file, said=said),)


def _megabytes(size: int) -> str:
    return f"{size / limits.MEGABYTE:.0f} MB"
