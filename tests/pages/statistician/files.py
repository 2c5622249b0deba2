"""Files as a department sends them, and what is done with them on the page."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from etl.examine import Desk, examine
from etl.journal.loading import Order
from etl.journal.loading import load as load_order
from indicators.store.reader import Store

ROOT = Path(__file__).parents[3]

HEAD = "指标,地区,年份,数值,单位\n"
FAULTY = HEAD + (
    "地区生产总值,遵义市,2025,5300,亿元\n火星人口,遵义市,2025,1,万人\n常住人口城镇化率,遵义市,2025,六成多,%\n"
)
CLEAN = HEAD + "常住人口城镇化率,遵义市,2025,69.5,%\n地区生产总值,遵义市,2025,5300,亿元\n"
"""Urbanisation of 69.5 % meets 70 % within the tolerance of 左右, and is a jump from 60.37 %."""
LATER = HEAD + "地区生产总值,遵义市,2025,5310,亿元\n"


def button(page: Any, begins: str) -> Any:
    """The button whose key begins with these letters."""
    (found,) = (one for one in page.button if str(one.key).startswith(begins))
    return found


def give_reasons(page: Any, reason: str = "按年报") -> None:
    """Type a reason for each kind of warning."""
    for one in page.text_input:
        if str(one.key).startswith("reason_"):
            one.set_value(reason)
    page.run()


def load(page: Any) -> Any:
    """Confirm what was given in; the page then shows the receipt."""
    give_reasons(page)
    button(page, "confirm_").click().run()
    assert not page.exception, page.exception
    assert "receipt" in page.query_params, [one.value for one in page.error]
    return page


def load_file(warehouse: Path, name: str, content: str, by: str = "statistician") -> None:
    """What the page does with a file whose warnings are all confirmed, without the page."""
    data, desk = content.encode("gb18030"), Desk.of(Store.open(warehouse))
    found = examine(data, name, desk, department="fagai", year=2025, today=date.today())
    reasons = {one.check: "按年报" for one in found.warnings}
    about = {"department": "fagai", "year": 2025, "by": by, "note": "", "reasons": reasons}
    load_order(Order.of(found, data, file=name, **about), ROOT / "data", warehouse)
