"""Uploads in work: kept over a reload, found by their owner only, gone after their time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from etl.drafts import FOLDER, KEPT, LONGEST, MOST, DraftMissing, begin, discard, drafts, find, keep, original

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def begun(warehouse, account="li", data=b"a,b\n1,2\n", file="gdp.csv", now=NOW):
    return begin(warehouse, account, data, file, "fagai", 2025, now)


def test_a_draft_is_found_again_with_its_file(tmp_path):
    draft = begun(tmp_path)
    assert find(tmp_path, "li", draft.id, NOW) == draft
    assert original(tmp_path, "li", draft) == b"a,b\n1,2\n"
    assert (draft.file, draft.department, draft.year) == ("gdp.csv", "fagai", 2025)


def test_what_was_typed_is_kept(tmp_path):
    draft = begun(tmp_path)
    kept = keep(tmp_path, "li", draft, note="年报", reasons={"revision": "核实后修订"}, now=NOW)
    assert find(tmp_path, "li", draft.id, NOW) == kept
    assert (kept.note, kept.reasons) == ("年报", {"revision": "核实后修订"})


@pytest.mark.parametrize(
    ("typed", "kept"), [(LONGEST - 1, LONGEST - 1), (LONGEST, LONGEST), (LONGEST + 1, LONGEST)]
)
def test_what_is_typed_has_a_limit(tmp_path, typed, kept):
    draft = keep(tmp_path, "li", begun(tmp_path), note="注" * typed, reasons={"jump": "因" * typed}, now=NOW)
    assert (len(draft.note), len(draft.reasons["jump"])) == (kept, kept)


def test_nobody_else_finds_it(tmp_path):
    draft = begun(tmp_path)
    with pytest.raises(DraftMissing):
        find(tmp_path, "wang", draft.id, NOW)
    with pytest.raises(DraftMissing):
        original(tmp_path, "wang", draft)
    with pytest.raises(DraftMissing):
        keep(tmp_path, "wang", draft, note="x", reasons={}, now=NOW)
    discard(tmp_path, "wang", draft.id)
    assert drafts(tmp_path, "wang", NOW) == []
    assert find(tmp_path, "li", draft.id, NOW) == draft


@pytest.mark.parametrize(
    "id", ["", "..", "../..", "a" * 31, "a" * 33, "A" * 32, "/etc/passwd", "a/../" + "b" * 27]
)
def test_an_id_that_was_not_made_here_leads_nowhere(tmp_path, id):
    begun(tmp_path)
    with pytest.raises(DraftMissing):
        find(tmp_path, "li", id, NOW)
    discard(tmp_path, "li", id)
    assert len(drafts(tmp_path, "li", NOW)) == 1


@pytest.mark.parametrize("account", ["../../etc", "a/b", "..", "", "李"])
def test_a_name_never_becomes_a_path(tmp_path, account):
    draft = begun(tmp_path / "warehouse", account)
    assert find(tmp_path / "warehouse", account, draft.id, NOW) == draft
    assert [path.name for path in tmp_path.iterdir()] == ["warehouse"]
    assert [path.name for path in (tmp_path / "warehouse").iterdir()] == [FOLDER]


def test_a_files_name_is_reduced_to_what_may_be_shown(tmp_path):
    assert begun(tmp_path, file="../../<b>年报</b>.csv").file == "b_.csv"


def test_the_eleventh_draft_takes_the_place_of_the_oldest(tmp_path):
    made = [begun(tmp_path, now=NOW + timedelta(minutes=minute)) for minute in range(MOST)]
    after = NOW + timedelta(hours=1)
    assert len(drafts(tmp_path, "li", after)) == MOST
    last = begun(tmp_path, now=after)
    found = [one.id for one in drafts(tmp_path, "li", after)]
    assert found == [last.id, *(one.id for one in reversed(made[1:]))]


@pytest.mark.parametrize(("short", "found"), [(1, True), (0, False), (-1, False)])
def test_a_draft_is_gone_after_its_time(tmp_path, short, found):
    draft = begun(tmp_path)
    then = NOW + KEPT - timedelta(seconds=short)
    assert (drafts(tmp_path, "li", then) == [draft]) is found
    begun(tmp_path, now=then)
    assert any(path.name == draft.id for path in tmp_path.rglob("*")) is found


def test_a_change_begins_its_time_anew(tmp_path):
    draft = keep(tmp_path, "li", begun(tmp_path), note="x", reasons={}, now=NOW + timedelta(days=20))
    assert find(tmp_path, "li", draft.id, NOW + timedelta(days=40)) == draft


def test_nothing_new_typed_is_no_change(tmp_path):
    draft = begun(tmp_path)
    assert keep(tmp_path, "li", draft, note="", reasons={}, now=NOW + timedelta(days=20)) is draft


def test_a_discarded_draft_is_gone(tmp_path):
    draft = begun(tmp_path)
    discard(tmp_path, "li", draft.id)
    discard(tmp_path, "li", draft.id)
    with pytest.raises(DraftMissing):
        find(tmp_path, "li", draft.id, NOW)
    with pytest.raises(DraftMissing):
        keep(tmp_path, "li", draft, note="x", reasons={}, now=NOW)


def test_a_file_that_is_no_longer_the_same_is_not_used(tmp_path):
    draft = begun(tmp_path)
    (path,) = tmp_path.rglob("original")
    path.write_bytes(b"other")
    with pytest.raises(DraftMissing):
        original(tmp_path, "li", draft)


@pytest.mark.parametrize("state", ["", "{", "[]", "{}", '{"id": 1}'])
def test_a_draft_that_is_not_whole_is_none_and_goes(tmp_path, state):
    draft = begun(tmp_path)
    (path,) = tmp_path.rglob("draft.json")
    path.write_text(state)
    with pytest.raises(DraftMissing):
        find(tmp_path, "li", draft.id, NOW)
    assert drafts(tmp_path, "li", NOW) == []
    begun(tmp_path)
    assert not path.exists()


def test_a_draft_that_claims_to_be_another_is_none(tmp_path):
    one, other = begun(tmp_path), begun(tmp_path)
    path = next(path for path in tmp_path.rglob("draft.json") if path.parent.name == one.id)
    path.write_text(path.read_text().replace(one.id, other.id))
    assert drafts(tmp_path, "li", NOW) == [other]


def test_only_its_owner_may_read_the_folder(tmp_path):
    draft = begun(tmp_path)
    (folder,) = (path for path in tmp_path.rglob("*") if path.name == draft.id)
    assert folder.stat().st_mode & 0o077 == 0
