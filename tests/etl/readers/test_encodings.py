"""Encodings are decided strictly: a text is read in one of them or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.readers.document import FileRefused
from etl.readers.encodings import decoded, traces

TEXT = "指标,数值\n地区生产总值,5200\n"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8-BOM"),
        ("utf-16", "UTF-16"),
        ("gbk", "GB18030"),
        ("gb2312", "GB18030"),
        ("gb18030", "GB18030"),
    ],
)
def test_a_chinese_text_is_read_in_its_encoding(codec, name):
    found = decoded(TEXT.encode(codec), "x.csv")
    assert (found.data.decode(), found.encoding) == (TEXT, name)


def test_big_endian_is_known_by_its_mark():
    assert decoded(b"\xfe\xff" + TEXT.encode("utf-16-be"), "x.csv").data.decode() == TEXT


def test_plain_ascii_is_utf8():
    assert decoded(b"a,b", "x.csv").encoding == "UTF-8"


def test_characters_of_four_bytes_are_read():
    text = "镕堃㐀,张𠮷\n" + "这样的名字很少见，但表里会有。" * 5
    assert decoded(text.encode("gb18030"), "x.csv").data.decode() == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (TEXT.encode() + b"\xff", ("38", "UTF-8")),
        (TEXT.encode()[:-4] + b"\xe6\n", ("34", "UTF-8")),
        (b"\xff\xfea\0\0", ("4", "UTF-16")),
        (b"\xef\xbb\xbfab\xff", ("5", "UTF-8-BOM")),
        ("a,数\n".encode("gbk") + b"\x81", ("5", "GB18030")),
    ],
)
def test_a_flaw_is_refused_with_its_place(data, said):
    with pytest.raises(FileRefused) as refused:
        decoded(data, "x.csv")
    assert refused.value.remark.check == "encoding_unknown"
    assert tuple(text for _, text in refused.value.remark.said) == said


def test_letters_of_no_chinese_table_are_refused_beyond_their_share():
    odd = "\ue000"
    just, over = ("数" * (50 * 49) + odd * count for count in (50, 51))
    assert decoded(just.encode("gb18030"), "x.csv").encoding == "GB18030"
    with pytest.raises(FileRefused):
        decoded(over.encode("gb18030"), "x.csv")


@given(st.text(st.characters(codec="gb2312"), min_size=1), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_what_was_written_is_read(text, codec):
    if not text.startswith(("\ufeff", "\ufffe")):
        assert decoded(text.encode(codec), "x.csv").data.decode() == text


@pytest.mark.parametrize(
    ("text", "trace"),
    [("锟斤拷锟斤拷", "锟斤拷"), ("遵\ufffd市", "\ufffd"), ("鎸囨爣", "鎸囨爣"), ("地区", "")],
)
def test_traces_of_a_wrong_encoding_are_found(text, trace):
    assert traces(text) == trace
