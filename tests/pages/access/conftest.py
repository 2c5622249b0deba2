"""A database of accounts of its own for every test, and a clock that stands where the test puts it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from pages.access import database, passwords

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def accounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file, empty but whole; $ACCOUNTS names it."""
    path = tmp_path / "accounts.sqlite"
    monkeypatch.setenv("ACCOUNTS", str(path))
    for name in ("PROXY_HEADER", "PROXY_ADDRESSES", "OPEN_READING"):
        monkeypatch.delenv(name, raising=False)
    database.create()
    return path


@pytest.fixture(autouse=True)
def cheap_digests(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of passwords are checked here; only the tests of passwords pay the full price."""
    if request.module.__name__.rpartition(".")[2] != "test_passwords":
        monkeypatch.setattr(
            passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1)
        )
