"""CSV that opens in a spreadsheet and runs nothing there."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.rows.export import as_csv, as_json, harmless


def test_it_has_a_byte_order_mark_and_a_heading():
    assert as_csv([{"目标": "城镇化率", "结论": "难以实现"}]) == (
        "\ufeff目标,结论\r\n城镇化率,难以实现\r\n".encode()
    )


def test_without_rows_there_is_no_heading_to_write():
    assert as_csv([]).decode("utf-8-sig").strip() == ""


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "＋1+1",
        "－1+1",
        "＠SUM(A1)",
    ],
)
def test_a_formula_becomes_text(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "-5.7", "+2.3%", "−5.7%", "5000亿元", "a=b", "—"])
def test_numbers_and_words_stay_as_they_are(text):
    assert harmless(text) == text


@given(st.lists(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc"))), min_size=1, max_size=5))
def test_what_goes_in_can_be_read_back(texts):
    rows = [{"text": text} for text in texts]
    back = list(csv.DictReader(io.StringIO(as_csv(rows).decode("utf-8-sig"), newline="")))
    assert [row["text"] for row in back] == [harmless(text) for text in texts if text] or "" in texts


def test_what_marks_a_file_comes_first_in_every_row():
    marked = as_csv([{"目标": "城镇化率"}, {"目标": "森林覆盖率"}], {"数据性质": "演练数据（虚构）"})
    assert marked.decode("utf-8-sig").splitlines() == [
        "数据性质,目标",
        "演练数据（虚构）,城镇化率",
        "演练数据（虚构）,森林覆盖率",
    ]


def test_a_table_without_rows_still_has_the_headings_named():
    assert as_csv([], headings=("目标", "结论")).decode("utf-8-sig") == "目标,结论\r\n"
    assert as_csv([], {"数据性质": "演练"}, ("目标",)).decode("utf-8-sig") == "数据性质,目标\r\n"


def test_json_is_indented_and_keeps_chinese():
    assert as_json([{"目标": None}]) == '[\n  {\n    "目标": null\n  }\n]'


def test_json_refuses_what_is_no_number():
    with pytest.raises(ValueError, match="JSON"):
        as_json(float("nan"))
