"""No page that is not for all can be reached past its role, whichever way a reader comes."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import app
from pages.access.model import Role

ROOT = Path(__file__).parents[2]
GUARDED = {
    path.relative_to(ROOT).as_posix(): role
    for audience, role in app.NEEDED.items()
    for path in sorted((ROOT / "pages" / audience).glob("*.py"))
    if path.name != "__init__.py"
}


def calls(node: ast.stmt) -> list[str]:
    """What a statement calls, in its order."""
    found = [one for one in ast.walk(node) if isinstance(one, ast.Call)]
    return [ast.unparse(one.func) for one in found]


def test_there_are_guarded_pages_of_both_kinds():
    assert set(GUARDED.values()) == {Role.STATISTICIAN, Role.ADMINISTRATOR}
    assert "pages/admin/accounts.py" in GUARDED


@pytest.mark.parametrize("path", GUARDED)
def test_a_guarded_page_asks_for_its_role_before_anything_else(path):
    source = (ROOT / path).read_text(encoding="utf-8")
    bodies = [node for node in ast.parse(source).body if not isinstance(node, ast.Import | ast.ImportFrom)]
    made = [call for node in bodies for call in calls(node)]
    assert set(made[:2]) == {"language", "require"}
    assert f"require(Role.{GUARDED[path].name}, " in source


def test_every_folder_of_pages_is_either_open_to_readers_or_guarded():
    known = {*app.NEEDED, "leader", "reference"}
    folders = {path.parent.name for path in (ROOT / "pages").glob("*/*.py")} - {"parts", "access"}
    assert folders == known == set(app.PAGES)


def test_the_router_knows_every_page_of_every_folder():
    for audience, names in app.PAGES.items():
        found = {path.stem for path in (ROOT / "pages" / audience).glob("*.py")} - {"__init__"}
        assert found == set(names)


@pytest.mark.parametrize("path", GUARDED)
def test_nobody_opens_a_guarded_page(accounts, open_page, path):
    from tests.pages.screen import markup

    page = open_page(path)
    assert 'class="refusal"' in markup(page)
    assert "<table" not in markup(page)


@pytest.mark.parametrize("path", [path for path, role in GUARDED.items() if role is Role.STATISTICIAN])
def test_a_leader_opens_no_statisticians_page(open_as, path):
    from tests.pages.screen import markup

    assert 'class="refusal"' in markup(open_as("leader", path))
