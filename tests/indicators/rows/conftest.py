"""The real plan on the real figures as known on one fixed day, judged once for all tests of rows."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.assessment import assess_all
from indicators.model import Assessment
from indicators.rows.reading import Reading
from indicators.store.reader import Store
from indicators.store.view import View, open_plan, view

AS_OF = date(2026, 6, 30)


@pytest.fixture(scope="session")
def shown(warehouse) -> View:
    """Everything the rows may be made of."""
    store = Store.open(warehouse)
    return view(store, open_plan(store, None), AS_OF)


@pytest.fixture(scope="session")
def everything(shown) -> tuple[Assessment, ...]:
    """All 30 targets."""
    return assess_all(shown.plan, shown.book, AS_OF)


@pytest.fixture(scope="session")
def by_number(everything) -> dict[int, Assessment]:
    return {one.target.number: one for one in everything}


@pytest.fixture(params=["zh", "en"])
def read(request, shown) -> Reading:
    """Each language in turn."""
    return shown.reading(request.param)


@pytest.fixture
def zh(shown) -> Reading:
    return shown.reading("zh")


@pytest.fixture
def en(shown) -> Reading:
    return shown.reading("en")
