"""Bytes of a text file → UTF-8, the encoding decided strictly: nothing is replaced or left out in silence."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

import pyarrow as pa

from etl.readers.document import FileRefused
from indicators.model import Remark, Severity

MARKS = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8-BOM"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
"""The first bytes by which a file says its encoding."""
IDEOGRAPH = re.compile("[\u4e00-\u9fff]")
ODD = re.compile("[^\\0-\u04ff\u2000-\u9fff\ufe00-\uffff]")
"""What no Chinese table holds: private characters, other scripts, ideographs beyond the common plane."""
AROUND = 50_000
"""Bytes before and after the first flaw that tell a damaged UTF-8 from another encoding."""
TRACES = ("\ufffd", "锟斤拷", "烫烫烫", "鎸囨爣", "鍦板尯", "骞翠唤")
"""What is left of a text that was once read in a wrong encoding: 指标, 地区 and 年份 among it."""
ODD_SHARE = 0.02
"""Share of characters outside everyday Chinese text above which bytes that pass as GB18030 are not it:
an old Western encoding leaves dozens, a rare name or two in a table of names stay below."""


@dataclass(frozen=True)
class Text:
    """A text as UTF-8 bytes without a mark, and the encoding it came in."""

    data: bytes
    encoding: str


def decoded(data: bytes, file: str) -> Text:
    """UTF-8, UTF-16 with its mark, or GB18030 (of which GBK and GB2312 are parts); else FileRefused."""
    for mark, codec, name in MARKS:
        if data.startswith(mark):
            return Text(_strictly(data[len(mark) :], codec, name, file, len(mark)), name)
    if _is_utf8(data):
        return Text(data, "UTF-8")
    flaw = _first_flaw(data, "utf-8")
    if _broken_utf8(data, flaw):
        raise _undecodable(flaw, "UTF-8", file)
    return Text(_strictly(data, "gb18030", "GB18030", file, 0), "GB18030")


def traces(text: str) -> str:
    """The first trace of a wrong encoding in a text, "" where there is none."""
    return next((trace for trace in TRACES if trace in text), "")


def _is_utf8(data: bytes) -> bool:
    """Checked in place: a hundred megabytes are not copied for it."""
    ends = pa.py_buffer(struct.pack("<qq", 0, len(data)))
    whole = pa.Array.from_buffers(pa.large_string(), 1, [None, ends, pa.py_buffer(data)])
    try:
        whole.validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _broken_utf8(data: bytes, flaw: int) -> bool:
    """Whether this is damaged UTF-8: around the first flaw more ideographs can be read than not."""
    around = data[max(0, flaw - AROUND) : flaw + AROUND].decode("utf-8", "replace")
    return len(IDEOGRAPH.findall(around)) > around.count("\ufffd")


def _strictly(data: bytes, codec: str, name: str, file: str, start: int) -> bytes:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as flaw:
        raise _undecodable(start + flaw.start, name, file) from None
    if codec == "gb18030" and len(ODD.findall(text)) > ODD_SHARE * len(text):
        raise _undecodable(_first_flaw(data, "ascii"), name, file)
    return data if codec == "utf-8" else text.encode()


def _first_flaw(data: bytes, codec: str) -> int:
    try:
        data.decode(codec)
    except UnicodeDecodeError as flaw:
        return flaw.start
    return 0


def _undecodable(offset: int, encoding: str, file: str) -> FileRefused:
    said = (("offset", str(offset)), ("encoding", encoding))
    return FileRefused(
        Remark("encoding_unknown", Severity.ERROR, found=f"{encoding}, {offset}", said=said), file
    )
