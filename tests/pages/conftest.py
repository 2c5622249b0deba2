"""The command line's answer, which every page must agree with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.pages.people import enrol, known, session

ROOT = Path(__file__).parents[2]
Answer = list[dict[str, Any]]


@pytest.fixture(scope="session")
def command_line(warehouse: Path) -> Callable[..., Answer]:
    """`command_line("--lang", "en")` → what `python -m indicators assess --json` prints, one a target."""
    kept: dict[tuple[str, ...], Answer] = {}

    def ask(*arguments: str) -> Answer:
        if arguments not in kept:
            command = [sys.executable, "-m", "indicators", "assess", "--json", *arguments]
            environment = {**os.environ, "WAREHOUSE": str(warehouse)}
            done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
            kept[arguments] = json.loads(done.stdout)
        return kept[arguments]

    return ask


@pytest.fixture
def accounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of its own for accounts; $ACCOUNTS names it, `tests.pages.people.enrol` fills it."""
    path = tmp_path / "accounts.sqlite"
    monkeypatch.setenv("ACCOUNTS", str(path))
    return path


@pytest.fixture
def open_as(open_page: Callable[..., Any], accounts: Path) -> Callable[..., Any]:
    """`open_as("administrator", "pages/admin/audit.py", lang="en")` → AppTest after its run, no exception.

    The role's account is created where it is not there yet; `departments` are those of a statistician.
    """

    def run(role: str, path: str | None = None, *, departments: Iterable[str] = (), **query: object) -> Any:
        if not known(role):
            enrol(role, departments=departments)
        return open_page(path, {"session": session(role)}, **query)

    return run
