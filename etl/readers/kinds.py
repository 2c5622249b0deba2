"""What a file is, by its content: a name may say anything."""

from __future__ import annotations

import re

CSV, XLSX = "csv", "xlsx"
SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"BZh", "BZIP2"),
    (b"\xfd7zXZ\0", "XZ"),
    (b"(\xb5/\xfd", "ZSTD"),
    (b"{\\rtf", "RTF"),
    (b"MZ", "EXE"),
    (b"\x7fELF", "ELF"),
    (b"PAR1", "Parquet"),
    (b"SQLite format 3\0", "SQLite"),
)
"""First bytes of files that people upload by mistake; a text that begins with BM or MZ holds no NUL."""
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The container of .xls, .doc, .ppt and of workbooks with a password."""
MARKUP = re.compile(
    rb"\s*(<!doctype\s+html|<html|<head|<body|<table|<meta|<\?xml|<style|<!--)", re.IGNORECASE
)
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
INK = re.compile(rb"[^\0\t\n\r ,;|\xef\xbb\xbf\xff\xfe]")
"""Any byte of a cell that is not blank."""
HEAD = 4_096


def kind(data: bytes) -> str:
    """`csv`, `zip`, `old_excel`, `markup` (HTML), `empty`, or the name of another format in capitals."""
    head = data[:HEAD]
    if not INK.search(data):
        return "empty"
    if head.startswith(ZIP):
        return "zip"
    if head.startswith(OLD_EXCEL):
        return "old_excel"
    if found := MARKUP.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "XML" if found[1].startswith(b"<?") else "markup"
    binary = not head.startswith(UTF_16) and b"\0" in data
    named = next((name for mark, name in SIGNATURES if head.startswith(mark)), "")
    return named if named and (binary or not _plain(head)) else ("BINARY" if binary else CSV)


def _plain(head: bytes) -> bool:
    """Whether these bytes may be the beginning of a text: no control characters but tabs and line breaks."""
    return not re.search(rb"[\0-\x08\x0e-\x1f]", head) and not head.startswith((b"%PDF-", b"{\\rtf"))
