"""One pass over a sheet's XML."""

from __future__ import annotations

import re

import pytest
from defusedxml.ElementTree import XMLParser

from etl.readers.scan import Scan, block, reference

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def scan(inside: str, space: str = SPACE) -> Scan:
    parser = XMLParser(target=Scan())
    parser.feed(f'<worksheet xmlns="{space}">{inside}</worksheet>')
    return parser.close()


@pytest.mark.parametrize(
    ("text", "place"),
    [("A1", (1, 1)), ("$B$3", (3, 2)), ("AA10", (10, 27)), ("XFD1048576", (1_048_576, 16_384))],
)
def test_a_reference_is_a_row_and_a_column(text, place):
    assert reference(text) == place


@pytest.mark.parametrize(
    "text", ["", "A", "1", "A0", "a1", "XFE1", "A1048577", "AAAA1", "A1:B2", "A99999999"]
)
def test_what_is_beyond_a_sheet_is_no_reference(text):
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        reference(text)


def test_a_block_has_two_corners():
    assert (block("A1:C2"), block("B2")) == ((1, 1, 2, 3), (2, 2, 2, 2))


@pytest.mark.parametrize(
    ("cells", "size"),
    [
        ('<row r="1"><c r="B1"><v>1</v></c></row>', (1, 2)),
        ("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>1</v></c></row>", (2, 2)),
        ('<row r="9"><c r="C9" s="1"/></row>', (0, 0)),
        ('<row r="9"><c r="C9"><v> </v></c></row>', (0, 0)),
        ('<row r="2"><c r="C2" t="inlineStr"><is><t>x</t></is></c></row>', (2, 3)),
        ('<row r="2"><c r="C2"><f>A1</f></c></row>', (2, 3)),
    ],
    ids=["placed", "counted", "blank", "spaces", "inline", "formula"],
)
def test_the_size_of_a_sheet_is_that_of_its_values(cells, size):
    found = scan(f"<sheetData>{cells}</sheetData>")
    assert (found.rows, found.columns) == size


def test_formulas_are_told_from_values_and_those_without_one_apart():
    found = scan(
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c>'
        '<c r="C1"><f>A1</f></c><c r="D1"><f>A1</f><v></v></c></row></sheetData>'
    )
    assert (found.formulas, found.unvalued) == ([(1, 2), (1, 3), (1, 4)], [(1, 3), (1, 4)])


def test_what_is_hidden_or_merged_is_known():
    found = scan(
        '<cols><col min="2" max="3" hidden="1"/><col min="4" max="4"/></cols>'
        '<sheetData><row r="2" hidden="true"/><row r="3" hidden="0"/></sheetData>'
        '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    )
    assert (found.hidden_columns, found.hidden_rows, found.merged) == ([(2, 3)], [2], [(1, 1, 2, 2)])


def test_every_element_counts_and_other_namespaces_mean_nothing():
    found = scan('<c r="A1"><v>1</v></c>', space="urn:other")
    assert (found.elements, found.rows) == (3, 0)
