from __future__ import annotations

import pytest

from etl.examine.context import shown


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (5027.0, 0, "5027"),
        (5027.3, 0, "5027.3"),
        (60.0, 2, "60.00"),
        (0.5027, 0, "0.5027"),
        (1e-9, 2, "0.00"),
        (-3.2, 1, "−3.2"),
        (12345678.9, 0, "12345679"),
        (float("nan"), 1, "—"),
    ],
)
def test_a_value_is_shown_with_the_digits_that_tell_it_from_another(value, digits, text):
    assert shown(value, digits) == text
