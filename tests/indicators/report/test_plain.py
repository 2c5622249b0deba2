"""Assessments as JSON and CSV."""

from __future__ import annotations

import csv
import io
import json

from indicators.report.plain import as_csv, as_json
from indicators.rows.record import flat, record
from tests.indicators.report.made import real
from tests.indicators.report.package.packages import practised


def test_json_holds_the_records_of_the_command_line(warehouse):
    known = real(warehouse)
    assert json.loads(as_json(known)) == [
        json.loads(json.dumps(record(known.read, one, known.snapshot))) for one in known.assessments
    ]


def test_csv_holds_the_rows_of_the_screen(warehouse):
    known = real(warehouse)
    rows = list(csv.DictReader(io.StringIO(as_csv(known, ("fagai",)).decode("utf-8-sig"), newline="")))
    led = [one for one in known.assessments if one.target.lead == "fagai"]
    shown = [flat(known.read, one, known.snapshot) for one in led]
    assert [row["结论"] for row in rows] == [row["结论"] for row in shown]
    assert [row["最新值"].lstrip("'") for row in rows] == [row["最新值"] for row in shown]


def test_invented_figures_say_so_in_every_row():
    assert "演练" in as_csv(practised()).decode("utf-8-sig").splitlines()[1]
    assert json.loads(as_json(practised()))[0]["practice"] is True
