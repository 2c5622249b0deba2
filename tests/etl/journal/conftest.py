"""A warehouse of a few figures, as small as it can be."""

from __future__ import annotations

import pytest

from tests.etl.journal.orders import Shelf


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path)
