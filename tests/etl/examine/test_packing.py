from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from etl.examine.packing import EPOCH, GROUPS, LEVEL, MEASURES, Packing, group
from indicators.model import Measure

SMALL = Packing(3, 5)
KEYS = st.tuples(
    st.integers(0, 2),
    st.integers(0, GROUPS - 1),
    st.sampled_from([0, 1990, 2021]),
    st.integers(0, 4),
    st.integers(1900, 2100),
)


def packed(keys, packing=SMALL):
    return packing.key(*(np.array(part, np.int64) for part in zip(*keys, strict=True)))


@given(st.lists(KEYS, min_size=1))
def test_a_key_says_what_it_was_made_of(keys):
    key = packed(keys)
    assert SMALL.indicator(key).tolist() == [one[0] for one in keys]
    assert SMALL.group(key).tolist() == [one[1] for one in keys]
    assert SMALL.area(key).tolist() == [one[3] for one in keys]
    assert SMALL.year(key).tolist() == [one[4] for one in keys]


@given(st.lists(KEYS, min_size=1))
def test_keys_are_ordered_like_what_they_are_made_of_and_equal_only_where_it_is(keys):
    key = packed(keys)
    assert [keys[place] for place in SMALL.sorted(key)] == sorted(keys)
    assert len(set(key.tolist())) == len(set(keys))


@given(st.lists(KEYS, min_size=1))
def test_sorting_keeps_equal_keys_as_they_came_however_wide_keys_are(keys):
    wide = Packing(1 << 20, 1 << 20)
    for packing in (SMALL, wide):
        key = packed(keys, packing)
        assert packing.sorted(key).tolist() == np.argsort(key, kind="stable").tolist()
    assert wide.bits + 1 > 62


def test_the_years_of_a_series_differ_in_nothing_but_the_year():
    one, other, elsewhere = packed([(1, 2, 0, 3, 2020), (1, 2, 0, 3, 2024), (1, 2, 0, 4, 2020)])
    assert SMALL.series(one) == SMALL.series(other) != SMALL.series(elsewhere)
    assert other - one == 4


def test_a_span_holds_all_figures_of_a_prefix():
    keys = np.sort(
        packed(
            [
                (0, 0, 0, 0, 2020),
                (1, 0, 0, 0, 2020),
                (1, 0, 0, 4, 2024),
                (1, 2, 0, 0, 2020),
                (2, 0, 0, 0, 2020),
            ]
        )
    )
    assert SMALL.span(keys, int(SMALL.prefix(1, 0))) == slice(1, 3)


def test_bounds_and_expectations_stand_in_a_group_of_their_own():
    measures = np.array([LEVEL, MEASURES.index(Measure.GROWTH)])
    assert group(measures, np.array([0, 1])).tolist() == [0, 3]
    assert EPOCH == 1900
