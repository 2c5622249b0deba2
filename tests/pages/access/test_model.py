"""What a role may do includes what the lesser ones may."""

from __future__ import annotations

import pytest

from pages.access.model import Account, Role

ORDER = ["leader", "statistician", "administrator"]


@pytest.mark.parametrize("held", ORDER)
@pytest.mark.parametrize("asked", ORDER)
def test_a_role_includes_itself_and_the_lesser_ones(held, asked):
    assert Account("a", Role(held)).may(Role(asked)) is (ORDER.index(held) >= ORDER.index(asked))


@pytest.mark.parametrize(
    ("role", "department", "may"),
    [
        ("leader", "fagai", False),
        ("statistician", "fagai", True),
        ("statistician", "tongji", False),
        ("administrator", "tongji", True),
    ],
)
def test_uploading_is_for_ones_own_departments(role, department, may):
    assert Account("a", Role(role), frozenset({"fagai"})).may_upload(department) is may
