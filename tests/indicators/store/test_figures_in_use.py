from __future__ import annotations

from datetime import date

from indicators.series import build, in_use
from indicators.store.reader import Store


def test_the_figures_in_use_are_those_of_the_series(warehouse):
    """One rule in two languages: SQL for a million figures, Python for the series."""
    store = Store.open(warehouse)
    table = store.figures_in_use().to_pylist()
    counted = ("level", "growth", "mean_growth", "cut", "cumulative_cut")
    found = {
        (row["indicator"], row["area"], row["measure"], row["period_start"], row["year"]): (
            row["value"],
            row["found"],
        )
        for row in table
        if row["usable"] and row["measure"] in counted
    }
    series = build(store.observations(date.max), store.breaks()).series
    expected = {
        (indicator, area, measure.value, start, year): (one.value, one.found)
        for (indicator, area), each in series.items()
        for (measure, start, year), one in in_use(each).items()
    }
    assert len(found) > 500
    assert found == expected


def test_what_is_no_observation_stands_apart(warehouse):
    rows = Store.open(warehouse).figures_in_use().to_pylist()
    bounds = [row for row in rows if row["indicator"] == "pension_coverage"]
    assert bounds
    assert not any(row["usable"] for row in bounds)
