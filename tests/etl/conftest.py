"""The content of the real data folder, read once."""

from __future__ import annotations

import pytest

from etl.gather import Content, gather
from tests.etl.invented import ROOT


@pytest.fixture(scope="session")
def content() -> Content:
    return gather(ROOT / "data")
