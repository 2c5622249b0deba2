"""The fitting command: what it writes can be read as constants, and `--check` sees any change of them."""

from __future__ import annotations

import json
from importlib import import_module

import numpy as np
import pytest

from bench.fitting import fit as fitting
from bench.fitting.fit import COUNTS, DIGITS, kinds
from tests.bench.fitting.invented import panel, wandering, written

in_use = import_module("indicators.projection.constants")
"""The module; the package has a function of that name."""


@pytest.fixture
def run(tmp_path, monkeypatch):
    """`run("--check")` → exit code of the command on an invented panel; writes to a scratch file."""
    path = written(tmp_path / "panel.parquet", wandering())
    file = tmp_path / "constants.json"
    for module in (fitting, in_use):
        monkeypatch.setattr(module, "FILE", file)
    monkeypatch.setattr(fitting, "COUNTS", (1, 2, 4))
    in_use.constants.cache_clear()

    def command(*options):
        monkeypatch.setattr("sys.argv", ["fit", str(path), *options])
        return fitting.main()

    command.file = file
    yield command
    in_use.constants.cache_clear()


def test_what_is_written_is_read_as_constants(run):
    assert run() == 0
    body = json.loads(run.file.read_text(encoding="utf-8"))
    assert body["counts"] == [1, 2, 4]
    assert "log: 420 series, 12 groups; logit: 210 series, 6 groups; additive: 420" in body["fitted"]
    for name in ("log", "logit", "additive"):
        found = in_use.constants(name)
        assert len(found.middle) == len(found.spread) == len(found.shape) == 4
        assert all(np.isfinite(part).all() for part in (found.middle, found.spread, found.shape))
        assert found.middle[3] == pytest.approx(np.array(body["scales"][name]["middle"][2]))


def test_a_line_holds_one_number_of_changes(run):
    run()
    lines = run.file.read_text(encoding="utf-8").splitlines()
    tables = [line for line in lines if line.startswith("    [[")]
    assert len(tables) == 3 * 3 * 3
    first = tables[0].strip().removesuffix(",")
    assert json.loads(first) == json.loads(run.file.read_text())["scales"]["log"]["middle"][0]


def test_a_check_right_after_fitting_is_content_and_writes_nothing(run, capsys):
    run()
    before = run.file.read_bytes()
    assert run("--check") == 0
    assert "0.0000" in capsys.readouterr().out
    assert run.file.read_bytes() == before


@pytest.mark.parametrize(("by", "code"), [(0.5 * 10 ** (1 - DIGITS), 0), (2 * 10 ** (1 - DIGITS), 1)])
def test_a_check_forgives_the_last_digit_and_no_more(run, by, code):
    run()
    body = json.loads(run.file.read_text(encoding="utf-8"))
    body["scales"]["logit"]["spread"][1][0][0] += by
    run.file.write_text(json.dumps(body), encoding="utf-8")
    assert run("--check") == code


def test_each_scale_is_fitted_on_its_own_kind_of_series():
    given = panel([10.0, 20.0, 30.0, 40.0], [500.0, 600.0, 700.0, 900.0], groups=["share", "amount"])
    found = kinds(given)
    assert {name: (len(one.series), bounds) for name, (one, bounds) in found.items()} == {
        "log": (2, None),
        "logit": (1, (0.0, 100.0)),
        "additive": (2, None),
    }
    assert len(found["additive"][0].series[0]) == 3


def test_the_file_in_use_was_fitted_for_the_numbers_of_changes_of_the_script():
    assert tuple(json.loads(in_use.FILE.read_text(encoding="utf-8"))["counts"]) == COUNTS
