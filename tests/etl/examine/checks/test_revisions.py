from __future__ import annotations

import pytest

from tests.etl.examine.uploads import found, told, upload

STORED = "year value found\n2024 5027.3 5027.3~亿元"


def counts(done):
    return done.new, done.changed, done.unchanged


@pytest.mark.parametrize(
    ("value", "warned", "changed"),
    [
        ("5027.3", 0, 0),
        ("5027.30", 0, 0),
        ("5027.34", 0, 1),
        ("5027.35", 0, 1),
        ("5027.36", 1, 1),
        ("5027", 0, 1),
        ("5026", 1, 1),
    ],
)
def test_a_stored_figure_is_revised_where_it_differs_beyond_rounding(value, warned, changed):
    done = upload(f"value\n{value}", "year value found\n2024 5027.3 5027.3")
    assert found(done, "revision") == ["revision 2"] * warned
    assert counts(done) == (0, changed, 1 - changed)


def test_a_revision_says_from_what_to_what():
    done = upload("unit value\n万元 51000000", "year value\n2024 5027")
    (remark,) = [one for one in done.remarks if one.check == "revision"]
    assert (told(remark)["before"], told(remark)["after"], told(remark)["area"]) == ("5027", "5100", "520300")
    assert not done.blocked


def test_another_unit_of_the_same_number_changes_nothing():
    assert counts(upload("unit value\n万元 50273000", "year value\n2024 5027.3")) == (0, 0, 1)


def test_a_figure_that_nobody_stored_is_new():
    assert counts(upload("year\n2024", "year value\n2023 4700")) == (1, 0, 0)


@pytest.mark.parametrize(
    ("status", "stored", "value", "warned"),
    [
        ("初步", "~", "5100", 1),
        ("初步", "~", "5027", 0),
        ("初步", "yes", "5100", 0),
        ("正式", "~", "5100", 0),
    ],
)
def test_a_preliminary_figure_does_not_quietly_replace_a_final_one(status, stored, value, warned):
    done = upload(f"status value\n{status} {value}", f"year value preliminary\n2024 5027 {stored}")
    assert found(done, "preliminary_over_final") == ["preliminary_over_final 2"] * warned


def test_a_bound_revises_no_observation():
    done = upload("value\n5200以上", "year value\n2024 5027")
    assert (found(done, "revision"), counts(done)) == ([], (1, 0, 0))
