from __future__ import annotations

from datetime import date

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.examine.precision import steps
from indicators.model import Measure, Observation, Status
from indicators.series import step


def observation(value, found):
    return Observation(
        "gdp", "a", 2024, Measure.LEVEL, None, value, found, Status.PUBLISHED, "s", "A", "", date.min
    )


@given(
    st.lists(
        st.tuples(
            st.decimals(-(10**6), 10**6, places=3), st.sampled_from([1.0, 1e-4, 1e4, 0.1]), st.integers(0, 3)
        ),
        min_size=1,
    )
)
def test_the_last_printed_digit_is_that_of_the_rule_for_one_figure(cases):
    found = [f"{number:.{digits}f} 万元" for number, _, digits in cases]
    value = [float(text.split()[0]) * scale for text, (_, scale, _) in zip(found, cases, strict=True)]
    expected = [step(observation(*pair)) for pair in zip(value, found, strict=True)]
    assert steps(np.array(value), pa.array(found)).tolist() == pytest.approx(expected)


def test_a_number_without_unit_has_a_last_digit_too():
    assert steps(np.array([2.35, 0.0]), pa.array(["2.35", "0"])).tolist() == pytest.approx([0.01, 1])
