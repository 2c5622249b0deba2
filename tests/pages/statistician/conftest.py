"""A store of one's own to load into, and the two pages of a statistician of two departments."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.pages.statistician.files import CLEAN, LATER, load_file

UPLOAD, HISTORY = "pages/statistician/upload.py", "pages/statistician/history.py"


@pytest.fixture
def own_store(warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the store that pages read; loads go there."""
    folder = tmp_path / "own"
    shutil.copytree(warehouse, folder)
    monkeypatch.setenv("WAREHOUSE", str(folder))
    return folder


@pytest.fixture(scope="session")
def two_loads(warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two loads of one statistician; the later one speaks of a figure of the first."""
    folder = tmp_path_factory.mktemp("loads") / "store"
    shutil.copytree(warehouse, folder)
    for name, content in (("年报.csv", CLEAN), ("二报.csv", LATER)):
        load_file(folder, name, content)
    return folder


@pytest.fixture
def loaded(two_loads: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it of one's own."""
    folder = tmp_path / "loaded"
    shutil.copytree(two_loads, folder)
    monkeypatch.setenv("WAREHOUSE", str(folder))
    return folder


@pytest.fixture
def upload(own_store: Path, open_as: Callable[..., Any]) -> Callable[..., Any]:
    """`upload("a.csv", text)` → the page 数据上报 with this file given in; without a file, the page as it
    begins. `role` and the rest are those of `open_as`."""

    def run(name: str = "", content: str | bytes = "", *, role: str = "statistician", **query: object) -> Any:
        page = open_as(role, UPLOAD, departments=("fagai", "shangwu"), **query)
        if name:
            data = content if isinstance(content, bytes) else content.encode("gb18030")
            page.file_uploader[0].set_value((name, data, "text/csv")).run()
            assert not page.exception, page.exception
        return page

    return run


@pytest.fixture
def history(open_as: Callable[..., Any]) -> Callable[..., Any]:
    """`history(load=1)` → the page 版本与回退 of the store that $WAREHOUSE names."""

    def run(*, role: str = "statistician", **query: object) -> Any:
        return open_as(role, HISTORY, departments=("fagai", "shangwu"), **query)

    return run
