"""A store that cannot be read: said plainly, without a path, and nothing is repaired."""

from __future__ import annotations

import pytest

from tests.pages.screen import markup


@pytest.fixture
def broken(warehouse, tmp_path, monkeypatch):
    """A warehouse whose pointer leads to a damaged snapshot."""
    (tmp_path / "current.json").write_text('{"snapshot": "0123456789ab", "built_at": ""}', encoding="utf-8")
    (tmp_path / "0123456789ab.duckdb").write_bytes(b"not a database")
    monkeypatch.setenv("WAREHOUSE", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(("lang", "said"), [("zh", "数据版本无法读取"), ("en", "administrator")])
def test_a_damaged_store_is_an_error_without_a_path(broken, open_page, lang, said):
    page = open_page(lang=lang)
    assert said in page.error[0].value
    assert str(broken) not in page.error[0].value + markup(page)
    assert not page.code


def test_nothing_is_repaired(broken, open_page):
    open_page()
    assert (broken / "0123456789ab.duckdb").read_bytes() == b"not a database"


def test_a_pointer_that_cannot_be_read_is_said_too(broken, open_page):
    (broken / "current.json").write_text("{", encoding="utf-8")
    assert "数据版本无法读取" in open_page().error[0].value
