"""What is shown of an uploaded file: the rows that matter, each marked cell with what was found there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.model import Remark, Severity
from indicators.rows.preview import (
    FIRST,
    LONGEST,
    MOST_COLUMNS,
    MOST_ROWS,
    columns_to_show,
    preview,
    rows_to_show,
)

ERROR, WARNING, NOTE = Severity
GRID = [
    ["指标", "数值"],
    ["地区生产总值", "约5200"],
    ["常住人口", "x"],
    ["", ""],
    ["固投", "3"],
    ["社零", "4"],
    ["a", "b"],
    ["c", "d"],
]


def shown(*remarks, grid=GRID):
    size = (len(grid), len(grid[0]))
    return preview(
        "Sheet1", size, lambda number: grid[number - 1], [(one, f"{one.check}!") for one in remarks]
    )


def test_a_cell_with_a_finding_is_marked_where_it_stands():
    found = shown(Remark("not_a_number", ERROR, "Sheet1", 3, 2))
    marked = {
        (line.number, place): cell
        for line in found.lines
        for place, cell in enumerate(line.cells, 1)
        if cell.level
    }
    assert list(marked) == [(3, 2)]
    assert (marked[3, 2].text, marked[3, 2].level, marked[3, 2].told) == ("x", ERROR, "not_a_number!")


def test_a_cell_shows_its_worst_finding_and_tells_all():
    found = shown(
        Remark("missing", NOTE, "", 3, 2),
        Remark("bounds", ERROR, "", 3, 2),
        Remark("jump", WARNING, "", 3, 2),
    )
    cell = found.lines[2].cells[1]
    assert (cell.level, cell.told) == (ERROR, "bounds!\njump!\nmissing!")


def test_a_finding_of_a_whole_row_stands_at_its_number():
    line = shown(Remark("duplicate", ERROR, "", 3)).lines[2]
    assert (line.head.text, line.head.level) == ("3", ERROR)
    assert not any(cell.level for cell in line.cells)


def test_a_finding_of_the_whole_sheet_marks_no_cell():
    found = shown(Remark("no_layout", ERROR, "Sheet1"))
    assert not any(cell.level for line in found.lines for cell in (line.head, *line.cells))


def test_what_is_left_out_is_told():
    grid = [[str(number)] for number in range(1, 101)]
    found = shown(Remark("jump", WARNING, "", 50, 1), grid=grid)
    assert [line.number for line in found.lines] == [1, 2, 3, 4, 5, 6, 49, 50, 51]
    assert [line.number for line in found.lines if line.after_gap] == [49]


@pytest.mark.parametrize(("length", "ends"), [(LONGEST, "字"), (LONGEST + 1, "…")])
def test_a_long_cell_is_cut(length, ends):
    cell = shown(grid=[["字" * length]]).lines[0].cells[0]
    assert (len(cell.text), cell.text[-1]) == (LONGEST, ends)


def test_a_sheet_without_a_row_shows_nothing():
    assert preview("x", (0, 0), lambda number: [], []).lines == ()


@pytest.mark.parametrize(
    ("marked", "rows"),
    [([], [1, 2, 3, 4, 5, 6]), ([8], [1, 2, 3, 4, 5, 6, 7, 8, 9]), ([1], [1, 2, 3, 4, 5, 6])],
)
def test_the_first_rows_and_those_around_a_finding_are_shown(marked, rows):
    assert list(rows_to_show(9, marked)) == rows


@given(st.integers(0, 3000), st.sets(st.integers(1, 3000), max_size=300))
def test_rows_are_few_ascending_and_of_the_sheet(count, marked):
    rows = rows_to_show(count, marked)
    assert len(rows) <= MOST_ROWS
    assert list(rows) == sorted(set(rows))
    assert all(1 <= row <= count for row in rows)
    assert set(rows) >= set(range(1, min(FIRST, count) + 1))


@pytest.mark.parametrize(
    ("count", "shown_count"),
    [(MOST_COLUMNS - 1, MOST_COLUMNS - 1), (MOST_COLUMNS, MOST_COLUMNS), (MOST_COLUMNS + 1, MOST_COLUMNS)],
)
def test_so_many_columns_fit(count, shown_count):
    assert len(columns_to_show(count, [])) == shown_count


def test_a_column_with_a_finding_is_shown_before_others():
    assert columns_to_show(500, [400])[-1] == 400
