"""The file of constants: whole, small, and filled between the numbers of changes that were fitted."""

from __future__ import annotations

import json
from itertools import pairwise

import numpy as np
import pytest

from indicators.projection.changes import changes
from indicators.projection.constants import FILE, LEVELS, LONGEST, constants, of_terms

BODY = json.loads(FILE.read_text(encoding="utf-8"))
COUNTS = BODY["counts"]
NAMES = ("log", "logit", "additive")
PARTS = ("middle", "spread", "shape")
TERMS = changes(np.array([[0.0, 0.1, 0.4]]))
DRIFT, SCATTER = TERMS.drift().shape[1], TERMS.scatter().shape[1]
NONE = np.zeros((1, 1, 3))
every_scale = pytest.mark.parametrize("name", NAMES)


def test_every_scale_has_constants_and_no_other():
    assert set(BODY["scales"]) == set(NAMES)


def test_the_quantiles_in_the_file_stand_at_the_levels_in_use():
    assert tuple(BODY["levels"]) == LEVELS


def test_the_file_says_how_it_was_made_and_stays_small():
    assert BODY["fitted"].startswith("python -m bench.fitting.fit")
    assert FILE.stat().st_size < 30_000


def test_levels_rise_and_mirror_each_other():
    assert all(low < high for low, high in pairwise(LEVELS))
    assert [low + high for low, high in zip(LEVELS, reversed(LEVELS), strict=True)] == pytest.approx(
        [1.0] * len(LEVELS)
    )


def test_fitted_counts_rise_from_a_single_change():
    assert COUNTS[0] == 1
    assert all(low < high for low, high in pairwise(COUNTS))


@every_scale
def test_each_number_of_changes_has_a_row_in_every_part(name):
    assert [np.shape(BODY["scales"][name][part]) for part in PARTS] == [
        (len(COUNTS), DRIFT, 3),
        (len(COUNTS), SCATTER, 3),
        (len(COUNTS), len(LEVELS), 2),
    ]
    found = constants(name)
    assert [getattr(found, part).shape for part in PARTS] == [
        (COUNTS[-1], DRIFT, 3),
        (COUNTS[-1], SCATTER, 3),
        (COUNTS[-1], LONGEST, len(LEVELS)),
    ]


@every_scale
def test_no_constant_is_missing_and_none_is_wild(name):
    for part in PARTS:
        found = getattr(constants(name), part)
        assert np.isfinite(found).all()
        assert np.abs(found).max() < 50


@every_scale
@pytest.mark.parametrize("part", ["middle", "spread"])
def test_fitted_numbers_of_changes_are_taken_as_they_stand(name, part):
    rows = [count - 1 for count in COUNTS]
    assert getattr(constants(name), part)[rows] == pytest.approx(np.array(BODY["scales"][name][part]))


@every_scale
@pytest.mark.parametrize("part", ["middle", "spread"])
def test_between_fitted_numbers_of_changes_run_straight_lines(name, part):
    rows = getattr(constants(name), part)
    for low, high in pairwise(COUNTS):
        for count in range(low + 1, high):
            share = (count - low) / (high - low)
            line = (1 - share) * rows[low - 1] + share * rows[high - 1]
            assert rows[count - 1] == pytest.approx(line)


@every_scale
def test_the_quantiles_of_the_shape_rise_at_every_count_and_year(name):
    assert (np.diff(constants(name).shape, axis=2) > 0).all()


@every_scale
def test_the_middle_of_the_shape_lies_near_zero(name):
    """The median is the business of the middle."""
    assert np.abs(constants(name).shape[:, :, LEVELS.index(0.5)]).max() < 0.5


@pytest.mark.parametrize("name", ["logit", "additive"])
def test_shares_and_rates_rise_and_fall_alike(name):
    shape = constants(name).shape
    assert shape == pytest.approx(-shape[:, :, ::-1])


def test_more_changes_than_fitted_take_the_last_row():
    last = COUNTS[-1]
    rows = constants("log").row(np.array([1, 2, last - 1, last, last + 1, 500]))
    assert list(rows) == [0, 1, last - 2, last - 1, last - 1, last - 1]


def test_a_quantile_of_the_shape_is_a_and_b_over_the_years_ahead():
    low, high = [-2.0, 1.0], [3.0, 0.5]
    found = of_terms(NONE, NONE, np.array([[low, high]])).shape
    assert found.shape == (1, LONGEST, 2)
    assert found[0, 0] == pytest.approx([-1.0, 3.5])
    assert found[0, 1] == pytest.approx([-1.5, 3.25])
    assert found[0, 9] == pytest.approx([-1.9, 3.05])


def test_quantiles_that_would_cross_change_places():
    found = of_terms(NONE, NONE, np.array([[[0.0, 2.0], [1.0, 0.0]]])).shape
    assert found[0, 0] == pytest.approx([1.0, 2.0])
    assert found[0, 3] == pytest.approx([0.5, 1.0])


def test_a_scale_without_constants_is_an_error():
    with pytest.raises(KeyError):
        constants("auto")
