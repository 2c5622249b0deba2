"""The form filled in, checked, loaded and exported: what comes out is what was typed."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from etl.effect import between, effect
from etl.examine import Desk, examine
from etl.export import export
from etl.gather import gather
from etl.journal.loading import Order, load
from etl.load import publish
from etl.template import COLUMNS, lines, template
from indicators.model import Severity
from indicators.rows.effect import record
from indicators.rows.reading import Reading
from indicators.series import build
from indicators.store.reader import Store
from indicators.store.view import open_plan
from tests.etl.invented import GDP, data

YEAR, TODAY = 2025, date(2026, 3, 1)
DEPARTMENTS = ("wenlv", "renshe", "jiaotong", "shengtai")


@pytest.fixture(scope="module")
def tables(tmp_path_factory) -> Path:
    """Tables with hardly a figure, so that nothing is a jump."""
    return data(tmp_path_factory.mktemp("tables") / "data", figures=GDP)


def filled_in(form: bytes, kind: str, values: list[str]) -> bytes:
    """The form with a value in each row, as a statistician saves it."""
    place = COLUMNS.index("value")
    if kind == "csv":
        rows = list(csv.reader(io.StringIO(form.decode("utf-8-sig"))))
        for row, value in zip(rows[1:], values, strict=True):
            row[place] = value
        text = io.StringIO()
        csv.writer(text).writerows(rows)
        return text.getvalue().encode("gb18030")
    book, saved = load_workbook(io.BytesIO(form)), io.BytesIO()
    for row, value in enumerate(values, start=2):
        book.worksheets[0].cell(row, place + 1).value = float(value)
    book.save(saved)
    return saved.getvalue()


def hundredths(plan, line):
    """What may be typed in a row: within the indicator's bounds, a change of less than 100 %."""
    indicator, measure = plan.indicators[line.texts[0]], line.texts[COLUMNS.index("measure")]
    if measure not in ("水平", "Level"):
        return st.integers(-2_000, 2_000)
    return st.integers(1 + 100 * int(indicator.lower or 0), 100 * int(min(indicator.upper or 99, 99)))


def exported(store: Store) -> dict[tuple[str, ...], float]:
    """(indicator, area, year, measure) → value in the unit of the export, of what the load brought."""
    rows = csv.DictReader(io.StringIO(export(store, date.max).decode("utf-8-sig")))
    keys = ("indicator", "area", "year", "measure")
    return {
        tuple(row[key] for key in keys): float(row["value"]) for row in rows if row["source"] == "load-0001"
    }


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@settings(max_examples=3, phases=[Phase.generate])
@given(choice=st.data())
def test_what_was_typed_is_what_comes_out(tables, kind, lang, choice):
    department = choice.draw(st.sampled_from(DEPARTMENTS))
    with TemporaryDirectory() as folder:
        warehouse = Path(folder)
        publish(gather(tables), warehouse, TODAY)
        store = Store.open(warehouse)
        plan = open_plan(store, None)
        asked = lines(Reading(plan, lang, {}), build([], ()), department, YEAR)
        values = [f"{choice.draw(hundredths(plan, line)) / 100:.2f}" for line in asked]
        file = filled_in(template(plan, department, YEAR, store, kind, lang, TODAY), kind, values)
        found = examine(file, f"form.{kind}", Desk.of(store), department=department, year=YEAR, today=TODAY)
        assert [one for one in found.remarks if one.level is Severity.ERROR] == []
        assert (found.rows_ready, found.new) == (len(asked), len(asked))
        promised = record(effect(store, found.ready, TODAY))
        load(order(found, file, department), tables, warehouse, at=datetime(2026, 3, 1, 9).astimezone())
        then = Store.open(warehouse)
        assert record(between(store, then, TODAY)) == promised, "what the check foretold is what came"
        after = exported(then)
    columns = [dict(zip(COLUMNS, line.texts, strict=True)) for line in asked]
    assert sorted(after.values()) == pytest.approx(sorted(map(float, values)))
    assert {code for code, *_ in after} == {row["code"] for row in columns}


def order(found, file, department):
    name = found.document.file
    reasons = {one.check: "核实" for one in found.warnings}
    about = {"department": department, "year": YEAR, "by": "li", "note": "", "reasons": reasons}
    return Order.of(found, file, file=name, **about)
