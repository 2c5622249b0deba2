"""The content of the real data folder, read once, and a small warehouse of which each test has a copy."""

from __future__ import annotations

import pytest

from etl.gather import Content, gather
from tests.etl.invented import ROOT
from tests.etl.journal.orders import Shelf


@pytest.fixture(scope="session")
def content() -> Content:
    return gather(ROOT / "data")


@pytest.fixture(scope="session")
def plain_shelf(tmp_path_factory):
    return Shelf(tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="session")
def loaded_shelf(plain_shelf, tmp_path_factory):
    shelf = plain_shelf.copy(tmp_path_factory.mktemp("loaded"))
    shelf.load(5200.0)
    shelf.load(5300.0)
    shelf.back(2)
    return shelf


@pytest.fixture
def shelf(plain_shelf, tmp_path):
    """The tables alone."""
    return plain_shelf.copy(tmp_path)


@pytest.fixture
def loaded(loaded_shelf, tmp_path):
    """Load 1 is in; load 2, of the same figure, was taken back by entry 3."""
    return loaded_shelf.copy(tmp_path)
