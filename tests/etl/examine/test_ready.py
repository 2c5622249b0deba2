from __future__ import annotations

from etl.examine import READY
from tests.etl.examine.uploads import upload


def test_rows_are_codes_values_and_what_was_printed():
    rows = ("GDP 遵义市 2024 万元 约50,270,000 快报", "城乡收入比 520300 2024 ~ 2.35 ~")
    done = upload("\n".join(("indicator area year unit value note", *rows)))
    assert done.ready.schema == READY
    assert done.ready.to_pylist() == [
        {
            "indicator": "gdp",
            "area": "520300",
            "year": 2024,
            "measure": "level",
            "period_start": None,
            "value": 5027.0,
            "found": "50270000 万元",
            "status": "published",
            "note": "快报",
            "flags": "approximate",
        },
        {
            "indicator": "income_ratio",
            "area": "520300",
            "year": 2024,
            "measure": "level",
            "period_start": None,
            "value": 2.35,
            "found": "2.35",
            "status": "published",
            "note": "",
            "flags": "",
        },
    ]


def test_rows_with_errors_are_left_out():
    done = upload("indicator value\n胡说 1\nGDP abc\nGDP 5027\nGDP —")
    assert done.ready["value"].to_pylist() == [5027]
    assert done.ready["found"].to_pylist() == ["5027 亿元"]


def test_a_period_has_its_first_year():
    done = upload("measure unit year value\n年均增速 % 2021-2024 7.5")
    assert (done.ready["period_start"].to_pylist(), done.ready["year"].to_pylist()) == ([2021], [2024])


def test_nothing_is_ready_in_nothing():
    assert upload("value\nabc").ready.schema == READY
