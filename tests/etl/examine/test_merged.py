from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from etl.examine.batch import understand
from etl.examine.merged import NOBODY, merge, step_of
from tests.etl.examine.uploads import desk, figures


def merged(table, stored=""):
    known = desk(stored)
    batch = understand(figures(table), known)
    return merge(batch, known), batch, known


def test_the_file_s_figure_takes_the_place_of_the_stored_one():
    found, *_ = merged("year value\n2023 4700\n2024 5000", "year value\n2022 4400\n2023 4675")
    assert found.value.tolist() == [4400, 4700, 5000]
    assert found.row.tolist() == [NOBODY, 0, 1]
    assert found.at.tolist() == [0, 1, NOBODY]
    assert found.filed.tolist() == [False, True, True]
    assert found.replaced.tolist() == [False, True, False]


def test_of_twins_the_first_counts():
    found, *_ = merged("year value\n2024 1\n2023 2\n2024 3\n2024 4", "year value\n2024 9")
    assert (found.value.tolist(), found.row.tolist()) == ([2, 1], [1, 0])
    assert (sorted(found.twins.tolist()), found.firsts.tolist()) == ([2, 3], [0, 0])


def test_rows_that_do_not_count_are_left_out():
    found, *_ = merged("value\n—", "year value\n2024 9")
    assert (found.value.tolist(), found.row.tolist()) == ([9], [NOBODY])


def test_the_same_number_in_another_unit_is_unchanged():
    found, _, known = merged("unit value\n万元 50273000", "year value\n2024 5027.3")
    assert found.unchanged(known.stored.value).tolist() == [True]


def test_levels_of_two_indicators_are_found_beside_each_other():
    stored = "indicator area year value\n" + "\n".join(
        (
            "gdp 520300 2023 1",
            "gdp 520302 2023 2",
            "resident_population 520302 2023 3",
            "resident_population 520300 2022 4",
        )
    )
    found, _, known = merged("value\n—", stored)
    own = found.levels(known.indicator_places["gdp"])
    other = found.beside(own, known.indicator_places["resident_population"])
    pairs = [
        (found.value[one], found.value[two] if two != NOBODY else None)
        for one, two in zip(range(own.start, own.stop), other, strict=True)
    ]
    assert sorted(pairs, key=str) == [(1, None), (2, 3)]


def test_a_finding_about_several_figures_is_told_at_the_file_s():
    found, *_ = merged("year value\n2024 5", "year value\n2023 4")
    assert found.told_at([0, 1]) == 0


def test_the_last_printed_digit_is_the_file_s_or_the_store_s():
    found, batch, known = merged("year value\n2024 5.25", "year value found\n2023 4.5 4.5")
    assert step_of(found, batch, known, np.array([0, 1])).tolist() == [0.1, 0.01]


YEARS = st.lists(st.integers(2010, 2024), max_size=12)


@given(YEARS, st.sets(st.integers(2010, 2024)))
def test_every_figure_of_file_and_store_is_there_once(filed, stored):
    table = "year value\n" + "\n".join(f"{year} {place + 1}" for place, year in enumerate(filed))
    known = "year value\n" + "\n".join(f"{year} {year}" for year in stored)
    found, *_ = merged(table, known if stored else "")
    assert found.packing.year(found.key).tolist() == sorted({*filed, *stored})
    firsts = {year: place + 1 for place, year in reversed(list(enumerate(filed)))}
    assert found.value.tolist() == [firsts.get(year, year) for year in sorted({*filed, *stored})]
    assert len(found.twins) == len(filed) - len(set(filed))
