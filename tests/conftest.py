"""What more than one folder of tests needs: a store built from the data in the tree."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
TIMEOUT = 60
"""Seconds for one run of a page: generous, the machine may be busy."""

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


def build(warehouse: Path) -> Path:
    """Build the store into a folder, as a statistician would; returns the folder."""
    command = [sys.executable, "-m", "etl", "build", "--warehouse", str(warehouse)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return warehouse


@pytest.fixture(scope="session")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A warehouse of its own for the whole run; pages find it by $WAREHOUSE."""
    folder = build(tmp_path_factory.mktemp("warehouse"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "WAREHOUSE", str(folder))
        patch.setitem(os.environ, "PRACTICE_WAREHOUSE", str(folder.with_name("practice") / "warehouse"))
        patch.setitem(os.environ, "ACCOUNTS", str(folder.with_name("nobody.sqlite")))
        patch.chdir(ROOT)
        yield folder


@pytest.fixture(scope="session")
def practice_warehouse(warehouse: Path) -> Path:
    """The practice store; pages find it by $PRACTICE_WAREHOUSE."""
    folder = Path(os.environ["PRACTICE_WAREHOUSE"])
    command = [
        sys.executable,
        "-m",
        "etl",
        "practice",
        "--data",
        str(folder.parent),
        "--warehouse",
        str(folder),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def open_page(warehouse: Path) -> Callable[..., object]:
    """`open_page("pages/leader/indicator.py", target=6, lang="en")` → AppTest after its run, no exception.

    Without a path, the overview; `user` is what `st.user` says.
    """
    from streamlit.testing.v1 import AppTest

    def run(path: str | None = None, user: dict[str, str] | None = None, **query: object) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=TIMEOUT)
        if user:
            app.user = user
        for key, value in query.items():
            app.query_params[key] = str(value)
        if path:
            app.switch_page(path)
        app.run()
        assert not app.exception, app.exception
        return app

    return run
