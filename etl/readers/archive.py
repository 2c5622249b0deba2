"""A packed workbook, looked through before it is opened: what it is, how large, and nothing in it hostile."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, XMLParser

from etl.readers import limits
from etl.readers.document import FileRefused
from etl.readers.scan import Scan

END = b"PK\x05\x06"
END_LENGTH = 22
COMMENT = 65_535
DIRECTORY_BYTES = 1_000_000
"""Of the list of parts: 2,000 parts take 200 KB."""
WORKBOOK = "xl/workbook.xml"
OTHERS = (
    ("xl/workbook.bin", "XLSB"),
    ("word/", "DOCX"),
    ("ppt/", "PPTX"),
    ("content.xml", "ODS"),
    ("META-INF/manifest.xml", "ODS"),
)
"""What other packed formats hold."""
MACROS = ("vbaproject.bin", "xl/macrosheets/")
LEFT_OUT = (
    *("xl/chartsheets/", "xl/drawings/", "xl/charts/", "xl/externallinks/", "xl/embeddings/", "xl/media/"),
    *(
        "xl/worksheets/_rels/",
        "xl/pivottables/",
        "xl/pivotcache/",
        "xl/querytables/",
        "xl/theme/",
        "customxml/",
    ),
    *("xl/ctrlprops/", "xl/activex/", "xl/comments", "xl/threadedcomments/", "docprops/"),
)
"""Parts that hold no cells: never unpacked, so nothing in them is read, drawn or followed."""
CHUNK = 65_536
ENCRYPTED = 0x1


@dataclass(frozen=True)
class Package:
    """A workbook without the parts that hold no cells, scans of those left, and the names of all it had."""

    data: bytes
    scans: Mapping[str, Scan]
    names: tuple[str, ...]


def looked_through(data: bytes, file: str) -> Package:
    """What is safe to open of a workbook. Raises FileRefused for anything but a sound, plain workbook."""
    parts = _parts(data, file)
    names = [part.filename for part in parts]
    if WORKBOOK not in names:
        raise FileRefused.because(
            "not_a_table", file, next((what for mark, what in OTHERS for one in names if mark in one), "ZIP")
        )
    if any(mark in name.lower() for name in names for mark in MACROS):
        raise FileRefused.because("macro_file", file)
    if len(set(names)) < len(names) or any(part.flag_bits & ENCRYPTED for part in parts):
        raise FileRefused.because("broken_workbook", file)
    _sizes(parts, file)
    data, scans = _repacked(data, [name for name in names if _kept(name.lower())], file)
    return Package(data, scans, tuple(names))


def _kept(name: str) -> bool:
    return name.endswith((".xml", ".rels")) and not name.startswith(LEFT_OUT)


def _parts(data: bytes, file: str) -> list[zipfile.ZipInfo]:
    """The list of parts, itself looked at before it is read: a small file can list millions."""
    place = data.rfind(END, max(0, len(data) - COMMENT - END_LENGTH))
    if place < 0 or len(data) - place < END_LENGTH:
        raise FileRefused.because("broken_workbook", file)
    count, size = struct.unpack_from("<HI", data, place + 10)
    if count > limits.XLSX_PARTS or size > DIRECTORY_BYTES:
        raise FileRefused.because("too_large_unpacked", file, limit=_megabytes())
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error):
        raise FileRefused.because("broken_workbook", file) from None


def _sizes(parts: list[zipfile.ZipInfo], file: str) -> None:
    whole = sum(part.file_size for part in parts)
    dense = [
        part
        for part in parts
        if part.file_size > max(limits.RATIO_FREE, limits.XLSX_RATIO * max(part.compress_size, 1))
    ]
    if whole > limits.XLSX_UNPACKED or dense:
        raise FileRefused.because("too_large_unpacked", file, limit=_megabytes())


def _megabytes() -> str:
    return f"{limits.XLSX_UNPACKED // limits.MEGABYTE} MB"


def _repacked(data: bytes, names: list[str], file: str) -> tuple[bytes, dict[str, Scan]]:
    """Every part read once as a stream and looked at; what is not sound XML is refused."""
    copy, scans, used = io.BytesIO(), {}, Used(file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(copy, "w") as plain:
            for name in names:
                with archive.open(name) as part, plain.open(name, "w") as target:
                    scans[name] = _scanned(part, target, used)
    except DefusedXmlException:
        raise FileRefused.because("hostile_xml", file) from None
    except (
        ParseError,
        zipfile.BadZipFile,
        zlib.error,
        ValueError,
        KeyError,
        EOFError,
        OSError,
        NotImplementedError,
    ):
        raise FileRefused.because("broken_workbook", file) from None
    return copy.getvalue(), scans


@dataclass
class Used:
    """What was unpacked so far, counted: what the list of parts says of their sizes may be untrue."""

    file: str
    size: int = 0
    elements: int = 0

    def check(self, more: int) -> None:
        """Raises FileRefused beyond the limits; `more` are the elements of the part being read."""
        if self.size > limits.XLSX_UNPACKED or self.elements + more > limits.XLSX_ELEMENTS:
            raise FileRefused.because("too_large_unpacked", self.file, limit=_megabytes())


def _scanned(part: IO[bytes], target: IO[bytes], used: Used) -> Scan:
    scan = Scan()
    parser = XMLParser(target=scan, forbid_dtd=True)
    while chunk := part.read(CHUNK):
        used.size += len(chunk)
        parser.feed(chunk)
        target.write(chunk)
        used.check(scan.elements)
    parser.close()
    used.elements += scan.elements
    return scan
