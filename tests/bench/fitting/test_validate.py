"""Validation leaves out whole sets and whole groups, and measures what the bands held."""

from __future__ import annotations

import numpy as np
import pytest

from bench.fitting import validate
from bench.fitting.panel import windows
from bench.fitting.regression import fit
from bench.fitting.validate import HORIZON, PARTS, coverage, parts
from tests.bench.fitting.invented import panel, wandering, written

GIVEN = panel(
    *[[1.0, 2.0]] * 40,
    sets=["large"] * 30 + ["small"] * 10,
    groups=[f"large|{row % 9}" for row in range(30)] + [f"small|{row % 3}" for row in range(10)],
)


def test_a_small_set_is_left_out_whole_and_the_largest_in_quarters():
    assert [name for name, _ in parts(GIVEN)] == ["small", *(f"large {part + 1}" for part in range(PARTS))]
    assert dict(parts(GIVEN))["small"].tolist() == (GIVEN.sets == "small").tolist()


def test_no_group_is_ever_split():
    for _, out in parts(GIVEN):
        assert not set(GIVEN.groups[out]) & set(GIVEN.groups[~out])
        assert out.any() and not out.all()


def test_every_series_is_left_out_exactly_once():
    assert sum(out.astype(int) for _, out in parts(GIVEN)).tolist() == [1] * 40


def test_the_parts_are_always_alike():
    first, second = (np.array([out for _, out in parts(GIVEN)]) for _ in range(2))
    assert (first == second).all()


@pytest.mark.parametrize(("scale", "bounds"), [("log", None), ("logit", (0.0, 100.0))])
def test_bands_hold_what_they_say_for_series_that_had_no_part_in_the_fit(scale, bounds):
    given = wandering(900)
    by_80, by_95 = coverage(given, given.sets == "B", 5, scale, bounds)
    assert len(by_80) == len(by_95) == HORIZON
    assert by_80 == pytest.approx([0.80] * HORIZON, abs=0.08)
    assert by_95 == pytest.approx([0.95] * HORIZON, abs=0.05)


def test_what_is_left_out_has_no_part_in_the_fit(monkeypatch):
    given, fitted_on = wandering(600), []

    def watched(seen, *rest):
        fitted_on.append(seen.history)
        return fit(seen, *rest)

    monkeypatch.setattr(validate, "fit", watched)
    coverage(given, given.sets == "B", 5, "log", None)
    (history,) = fitted_on
    assert history.tolist() == windows(given.only(given.sets == "A"), 5, HORIZON).history.tolist()


def test_a_line_tells_scale_part_length_and_ten_shares(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(validate, "LENGTHS", (5,))
    monkeypatch.setattr("sys.argv", ["validate", str(written(tmp_path / "panel.parquet", wandering(600)))])
    assert validate.main() == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3 * (1 + PARTS)
    assert lines[0].split()[:4] == ["log", "B", "5", "points"]
    assert all(line.count("0.") + line.count("1.0") + line.count("nan") >= 10 for line in lines)
