"""Figures as a CSV in the form of the raw files: they could go in again."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

from etl.export import export, row
from etl.gather import gather
from etl.harmonise import COLUMNS
from etl.load import publish
from indicators.store.reader import Store
from tests.etl.invented import ROOT, figures, invented


def read(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_figure_is_said_as_it_was_printed(content):
    (one,) = figures(content, "indicator value unit year\ngdp_per_capita 63170 元 2024")
    found = row(one)
    assert (found["value"], found["unit"], found["area"]) == ("63170", "元", "520300")
    assert (found["measure"], found["year"], found["known_from"]) == ("level", "2024", "2021-03-01")
    assert list(found) == COLUMNS.split()


def test_flags_and_periods_are_said(content):
    (one,) = figures(content, "measure value unit period_start\nmean_growth 5 % 2016")
    found = row(replace(one, flags=frozenset({"part_year", "doubtful"})))
    assert (found["flags"], found["period_start"]) == ("doubtful;part_year", "2016")


def test_only_what_was_known_on_a_day_is_exported(tmp_path):
    publish(invented(tmp_path / "data"), tmp_path / "w")
    store = Store.open(tmp_path / "w")
    assert [one["value"] for one in read(export(store, date(2021, 3, 1)))] == ["3483.32", "3720.05"]
    assert [one["value"] for one in read(export(store, date(2021, 2, 28)))] == [""]


def test_all_figures_of_the_real_store_go_out_and_in_again_unchanged(warehouse, tmp_path):
    """As the only raw file, beside the real tables."""
    store = Store.open(warehouse)
    folder = tmp_path / "data"
    (folder / "raw").mkdir(parents=True)
    for name in ("plans", "indicators.csv", "raw/sources.csv", "raw/breaks.csv"):
        (folder / name).symlink_to(ROOT / "data" / name)
    (folder / "raw" / "all.csv").write_bytes(export(store, date.max))
    again = gather(folder).observations

    def told(ones):
        return sorted(repr(replace(one, load="")) for one in ones)

    assert told(again) == told(store.observations(date.max))
    assert len(again) > 800
