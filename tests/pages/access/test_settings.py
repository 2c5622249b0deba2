"""Reading without an account is open until somebody closes it."""

from __future__ import annotations

import pytest

from pages.access import audit, settings
from pages.access.audit import Actor
from pages.access.database import reading, writing
from tests.pages.access.conftest import NOON


def test_it_is_open_at_first_and_every_switch_is_on_record():
    states = []
    for on in (None, False, False, True):
        with writing() as connection:
            if on is not None:
                settings.set_open_reading(connection, on, Actor("root"), NOON)
            states.append(settings.open_reading(connection))
    assert states == [True, False, False, True]
    with reading() as connection:
        told = [(one.kind, one.by, one.detail) for one in audit.entries(connection)]
    assert told == [("open_reading", "root", f'{{"to": "{to}"}}') for to in ("off", "off", "on")]


@pytest.mark.parametrize(
    ("value", "is_open"),
    [(None, True), ("on", True), ("", True), ("off", False), ("OFF", False), ("0", False), ("of", False)],
)
def test_the_environment_may_close_it_also_where_the_file_is_gone(value, is_open, accounts, monkeypatch):
    if value is not None:
        monkeypatch.setenv(settings.VARIABLE, value)
    with writing() as connection:
        settings.set_open_reading(connection, True, Actor("root"), NOON)
    with reading() as connection:
        assert settings.open_reading(connection) is is_open
    accounts.unlink()
    with reading() as connection:
        assert settings.open_reading(connection) is is_open
