"""Histories that the tests of the projection share: everyday ones, awkward ones, and ones drawn at will."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as some

GAP = np.nan
BOUNDS = (0.0, 100.0)

ORDINARY = {
    "log": [3729.0, 4169.9, 4401.3, GAP, 5027.0],
    "logit": [49.0, 52.0, GAP, 62.0],
    "additive": [-5.7, 2.0, GAP, 4.0],
}
"""One history for each scale."""
AWKWARD = {
    "constant": [7.0, 7.0, 7.0, 7.0],
    "zeros": [0.0, 0.0, 0.0],
    "a zero among amounts": [0.0, 3.0, 5.0],
    "negative": [-3.0, -2.0, -4.0],
    "across zero": [-1.0, 0.5, 2.0],
    "gaps": [10.0, GAP, GAP, 14.0, GAP, 15.0],
    "late start": [GAP, GAP, 10.0, 11.0],
    "late news": [10.0, 11.0, GAP, GAP],
    "two points": [56.69, 60.37],
    "two points far apart": [56.69, GAP, GAP, GAP, 60.37],
    "tiny": [1e-9, 2e-9, 3e-9],
    "huge": [1e12, 2e12, 3e12],
    "a wild year": [10.0, 11.0, 900.0, 12.0],
    "a wild last year": [10.0, 11.0, 10.0, 900.0],
    "thirty years": [100 * 1.05**year for year in range(30)],
}
SATURATED = {
    "always full": [100.0, 100.0, 100.0],
    "always empty": [0.0, 0.0],
    "full at last": [99.0, 99.5, 100.0, 100.0],
    "nearly full": [99.99, 100.0],
    "from end to end": [1.0, GAP, 99.0],
}


def years(low: float, high: float) -> some.SearchStrategy[list[float]]:
    """Histories of 2–12 years with a value in the first and last and gaps between."""
    value = some.floats(low, high).map(lambda x: round(x, 4))
    between = some.lists(some.one_of(value, some.just(GAP)), max_size=10)
    return some.tuples(value, between, value).map(lambda parts: [parts[0], *parts[1], parts[2]])


amounts, shares, rates = years(0.01, 1e5), years(0.0, 100.0), years(-50.0, 50.0)
