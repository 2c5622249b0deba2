"""Writing a snapshot: what is in it, and that nothing takes the last good one away."""

from __future__ import annotations

import json
import os
import shutil
import signal
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

import duckdb
import pytest

from etl.__main__ import main
from etl.forecasts import implied
from etl.gather import gather
from etl.journal.disk import DRAFT
from etl.journal.lock import LOCK
from etl.load import publish
from indicators.errors import StoreDamaged, StoreMissing, WriterBusy
from indicators.store.ledger import FOLDER, read_ledger
from indicators.store.pointer import POINTER, SUFFIX, read_pointer
from indicators.store.reader import Store
from indicators.store.snapshots import DIGEST
from indicators.store.view import plans_of
from tests.etl.dying import begin, end
from tests.etl.invented import GDP, data, invented

LATER = date(9999, 12, 31)
REVISED = GDP.replace("3720.05", "3729")


def contents(path):
    """Every table of a snapshot, row by row."""
    with duckdb.connect(str(path), read_only=True) as connection:
        tables = connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()
        return {name: connection.execute(f'FROM "{name}"').fetchall() for (name,) in tables}


def values(warehouse):
    """The values a reader finds now."""
    return [one.value for one in Store.open(warehouse).observations(LATER)]


def files(warehouse):
    return sorted(path.name for path in warehouse.iterdir())


def kept(snapshots):
    """What a warehouse holds when nobody is writing."""
    return sorted([POINTER, LOCK, FOLDER, *(f"{one}{end}" for one in snapshots for end in (SUFFIX, DIGEST))])


def on_record(warehouse):
    """Snapshots with their forecasts on record, oldest first; nothing is wrong with the record."""
    found = read_ledger(warehouse)
    assert found.flaws == ()
    return [entry.snapshot for entry in found.entries]


@pytest.fixture
def gdp(tmp_path):
    return invented(tmp_path / "gdp")


@pytest.fixture
def revised(tmp_path):
    return invented(tmp_path / "revised", REVISED)


def test_a_reader_finds_every_figure_as_it_went_in(content, tmp_path):
    publish(content, tmp_path / "w")
    found = Store.open(tmp_path / "w").observations(LATER)
    assert sorted(map(repr, found)) == sorted(map(repr, content.observations))


def test_a_reader_finds_the_plan_the_breaks_the_sources_and_the_files(content, tmp_path):
    publish(content, tmp_path / "w")
    store = Store.open(tmp_path / "w")
    assert tuple(plans_of(store).values()) == content.plans
    assert set(store.breaks()) == set(content.breaks)
    assert store.sources() == {one.code: one for one in content.sources}
    assert store.loads() == [(one.id, one.file, one.sha256, one.rows) for one in content.loads]


def test_a_plan_may_agree_with_itself_everywhere(content, tmp_path):
    """Its table of contradictions is then the header alone, and comes back as a table without rows."""
    (code, tables), *_ = content.plan_tables.items()
    agreeing = replace(content, plan_tables={code: dict(tables) | {"consistency": []}})
    publish(agreeing, tmp_path / "w")
    assert Store.open(tmp_path / "w").tables(code) == agreeing.plan_tables[code]


def test_without_a_single_figure_there_is_a_store_all_the_same(content, tmp_path):
    nothing = replace(content, loads=(), observations=(), breaks=(), sources=())
    publish(nothing, tmp_path / "w")
    assert values(tmp_path / "w") == []


def test_whoever_asks_in_sql_finds_every_target_of_every_plan(content, tmp_path):
    snapshot = publish(content, tmp_path / "w")
    with duckdb.connect(str(tmp_path / "w" / f"{snapshot}.duckdb"), read_only=True) as connection:
        found = connection.execute("SELECT plan, number, indicator, lead FROM target").fetchall()
    targets = [
        (plan.code, str(one.number), one.indicator, one.lead)
        for plan in content.plans
        for one in plan.targets
    ]
    assert sorted(found) == sorted(targets)
    assert len(found) == 50


def test_a_figure_is_seen_from_the_day_it_was_known(gdp, tmp_path):
    publish(gdp, tmp_path / "w")
    store = Store.open(tmp_path / "w")
    known = date(2021, 3, 1)
    assert store.observations(known - timedelta(days=1)) == ()
    assert len(store.observations(known)) == 2


def test_a_store_without_breaks_is_a_store(tmp_path):
    folder = data(tmp_path / "data", breaks="indicator,area,year,reason,note,note_en\n", figures=GDP)
    publish(gather(folder), tmp_path / "w")
    assert Store.open(tmp_path / "w").breaks() == ()


def test_the_same_input_gives_the_same_snapshot_with_the_same_content(content, tmp_path):
    one, other = (publish(content, tmp_path / name) for name in ("one", "other"))
    assert one == other
    name = f"{one}.duckdb"
    assert contents(tmp_path / "one" / name) == contents(tmp_path / "other" / name)
    assert sum(map(len, contents(tmp_path / "one" / name).values())) > 650


def test_another_figure_gives_another_snapshot_and_the_old_one_stays(gdp, revised, tmp_path):
    old, new = (publish(content, tmp_path / "w") for content in (gdp, revised))
    assert old != new
    assert files(tmp_path / "w") == kept([old, new])
    assert values(tmp_path / "w") == [3483.32, 3729.0]
    before = Store(tmp_path / "w" / f"{old}.duckdb").observations(LATER)
    assert [one.value for one in before] == [3483.32, 3720.05]


def test_going_back_to_an_earlier_input_goes_back_to_its_snapshot(gdp, revised, tmp_path):
    old, new, again = (publish(content, tmp_path / "w") for content in (gdp, revised, gdp))
    assert old == again
    assert Store.open(tmp_path / "w").snapshot == old
    assert files(tmp_path / "w") == kept([old, new])


def test_no_file_is_ever_written_in_place(gdp, revised, tmp_path):
    """Each has a second name; had it been written in place, the second name would still lead to it."""
    first = f"{publish(gdp, tmp_path / 'w')}.duckdb"
    for name in (first, POINTER):
        (tmp_path / name).hardlink_to(tmp_path / "w" / name)
    (tmp_path / "w" / f"{first.removesuffix(SUFFIX)}{DIGEST}").write_text("of another file")
    publish(revised, tmp_path / "w")
    publish(gdp, tmp_path / "w")
    assert [(tmp_path / name).samefile(tmp_path / "w" / name) for name in (first, POINTER)] == [False, False]


def test_a_snapshot_that_is_there_and_whole_is_not_written_again(gdp, revised, tmp_path):
    path = tmp_path / "w" / f"{publish(gdp, tmp_path / 'w')}.duckdb"
    before = path.stat().st_ino
    publish(revised, tmp_path / "w")
    publish(gdp, tmp_path / "w")
    assert path.stat().st_ino == before


def test_the_pointer_says_when_the_snapshot_was_built(gdp, tmp_path):
    snapshot = publish(gdp, tmp_path / "w")
    pointer = json.loads((tmp_path / "w" / POINTER).read_text(encoding="utf-8"))
    assert pointer == {
        "snapshot": snapshot,
        "built_at": pointer["built_at"],
        "kind": "real",
        "load": 0,
        "head": "",
        "previous": "",
    }
    assert Store.open(tmp_path / "w").built_at == pointer["built_at"]


@pytest.mark.parametrize("damage", [b"", b"not a database", None], ids=["empty", "garbage", "cut short"])
def test_a_damaged_snapshot_is_made_whole_by_the_next_build(damage, gdp, tmp_path):
    path = tmp_path / "w" / f"{publish(gdp, tmp_path / 'w')}.duckdb"
    path.write_bytes(path.read_bytes()[:5000] if damage is None else damage)
    assert publish(gdp, tmp_path / "w") == path.stem
    assert values(tmp_path / "w") == [3483.32, 3720.05]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", StoreDamaged),
        ("{", StoreDamaged),
        ("[]", StoreDamaged),
        ('{"snapshot": "abc"}', StoreDamaged),
        ('{"snapshot": "abc", "built_at": ""}', StoreDamaged),
        (None, StoreMissing),
    ],
    ids=["empty", "cut short", "no object", "no date", "leads nowhere", "gone"],
)
def test_a_damaged_pointer_is_an_error_until_the_next_build(text, error, gdp, tmp_path):
    publish(gdp, tmp_path / "w")
    pointer = tmp_path / "w" / POINTER
    pointer.unlink() if text is None else pointer.write_text(text)
    with pytest.raises(error):
        Store.open(tmp_path / "w")
    publish(gdp, tmp_path / "w")
    assert values(tmp_path / "w") == [3483.32, 3720.05]


def test_who_reads_while_a_snapshot_is_written_anew_goes_on_reading(gdp, revised, tmp_path):
    publish(gdp, tmp_path / "w")
    reader = Store.open(tmp_path / "w")
    publish(gdp, tmp_path / "w")
    publish(revised, tmp_path / "w")
    assert [one.value for one in reader.observations(LATER)] == [3483.32, 3720.05]


def test_what_a_killed_writer_left_is_swept_away_and_does_no_harm(gdp, tmp_path):
    snapshot = publish(gdp, tmp_path / "w")
    names = (f"{snapshot}.duckdb{DRAFT}", f"{snapshot}.duckdb{DRAFT}.wal", f"{POINTER}{DRAFT}")
    for name in (*names, f"{FOLDER}/0002-abc-0123456789ab.json{DRAFT}"):
        (tmp_path / "w" / name).write_bytes(b"half of something")
    assert publish(gdp, tmp_path / "w") == snapshot
    assert files(tmp_path / "w") == kept([snapshot])
    assert len(files(tmp_path / "w" / FOLDER)) == 1
    assert values(tmp_path / "w") == [3483.32, 3720.05]


def test_every_snapshot_has_its_forecasts_on_record_once(gdp, revised, tmp_path):
    old, new, _ = (publish(content, tmp_path / "w") for content in (gdp, revised, gdp))
    assert on_record(tmp_path / "w") == [old, new]


def test_the_forecasts_on_record_are_those_of_the_day_of_building(content, tmp_path):
    day = date(2026, 6, 30)
    publish(content, tmp_path / "w", day)
    expected = implied(Store.open(tmp_path / "w"), content.plans, day)
    assert tuple(one for entry in read_ledger(tmp_path / "w").entries for one in entry.forecasts) == expected
    assert expected


def test_built_again_on_another_day_the_first_statement_stands(content, tmp_path):
    for day in (date(2024, 1, 1), date(2026, 6, 30)):
        publish(content, tmp_path / "w", day)
    assert [entry.as_of for entry in read_ledger(tmp_path / "w").entries] == [date(2024, 1, 1)]


def test_a_snapshot_may_go_but_its_forecasts_stay(gdp, revised, tmp_path):
    old = publish(gdp, tmp_path / "w")
    (tmp_path / "w" / f"{old}.duckdb").unlink()
    new = publish(revised, tmp_path / "w")
    assert on_record(tmp_path / "w") == [old, new]


def test_where_the_forecasts_cannot_be_put_on_record_the_last_snapshot_stays_in_use(gdp, revised, tmp_path):
    publish(gdp, tmp_path / "w")
    shutil.rmtree(tmp_path / "w" / FOLDER)
    (tmp_path / "w" / FOLDER).touch()
    with pytest.raises(OSError, match="File exists|Not a directory"):
        publish(revised, tmp_path / "w")
    assert values(tmp_path / "w") == [3483.32, 3720.05]


def test_a_warehouse_from_before_there_was_a_record_begins_one(gdp, tmp_path):
    snapshot = publish(gdp, tmp_path / "w")
    shutil.rmtree(tmp_path / "w" / FOLDER)
    publish(gdp, tmp_path / "w")
    assert on_record(tmp_path / "w") == [snapshot]


@pytest.mark.parametrize("below", ["", "/warehouse"], ids=["a file", "below a file"])
def test_a_warehouse_that_cannot_be_written_is_an_error_of_the_system(below, gdp, tmp_path):
    (tmp_path / "w").touch()
    with pytest.raises(OSError, match="File exists|Not a directory"):
        publish(gdp, tmp_path / f"w{below}")


class TestAnotherProcess:
    """A child rebuilds a warehouse after a figure was revised, and meets its end on the way."""

    @pytest.fixture
    def start(self, gdp, tmp_path):
        """`start(how, n)` → the child, the file of what it says, and its warehouse."""
        publish(gdp, tmp_path / "before")
        folder = data(tmp_path / "changed", figures=REVISED)

        def run(how, number):
            warehouse = tmp_path / f"{how}-{number}"
            shutil.copytree(tmp_path / "before", warehouse)
            arguments = ["build", "--data", str(folder), "--warehouse", str(warehouse)]
            return *begin(lambda: main(arguments), how, number, warehouse), warehouse

        return run

    @pytest.fixture
    def build(self, start):
        """`build(how, n)` → exit code (negative: the signal), what it says, and the warehouse afterwards."""

        def run(how, number):
            child, said, warehouse = start(how, number)
            code = end(child)
            assert values(warehouse) in ([3483.32, 3720.05], [3483.32, 3729.0])
            return code, said.read_text(encoding="utf-8"), warehouse

        return run

    def test_a_second_writer_is_told_so_and_does_not_disturb_the_first(self, start, gdp):
        first, _, warehouse = start("stop", 2)  # its snapshot is complete, and still called a draft
        try:
            assert os.WIFSTOPPED(os.waitpid(first, os.WUNTRACED)[1])
            before = files(warehouse)
            assert any(name.endswith(f"duckdb{DRAFT}") for name in before)
            with pytest.raises(WriterBusy, match="another process is writing to .*; try again"):
                publish(gdp, warehouse)
            assert files(warehouse) == before
            assert values(warehouse) == [3483.32, 3720.05]
        finally:
            os.kill(first, signal.SIGCONT)
            code = end(first)
        assert code == 0
        assert values(warehouse) == [3483.32, 3729.0]

    def test_a_kill_at_any_step_leaves_the_old_or_the_new_and_nothing_in_the_way(self, build, gdp, revised):
        seen = []
        for step in count():
            code, _, warehouse = build("step", step)
            seen.append(values(warehouse)[-1])
            assert read_pointer(warehouse)["snapshot"] in on_record(warehouse), "never in use unrecorded"
            assert publish(revised, warehouse) == Store.open(warehouse).snapshot
            assert values(warehouse) == [3483.32, 3729.0]
            assert not list(warehouse.rglob(f"*{DRAFT}*"))
            assert len(on_record(warehouse)) == 2
            if code == 0:
                break
            assert code == -signal.SIGKILL
        assert seen == sorted(seen), "the new one, once in use, stays"
        assert seen[:-1] == [3720.05] * (len(seen) - 1)
        assert len(seen) > 6
        assert seen[-1] == 3729.0

    @pytest.mark.parametrize("size", [0, 10_000, 200_000, 1_000_000], ids="{} bytes".format)
    def test_a_kill_in_the_middle_of_a_write_leaves_the_old(self, size, build, revised):
        code, _, warehouse = build("byte", size)
        assert code == -signal.SIGXFSZ
        assert values(warehouse) == [3483.32, 3720.05]
        publish(revised, warehouse)
        assert values(warehouse) == [3483.32, 3729.0]
        assert not list(warehouse.glob(f"*{DRAFT}*"))

    @pytest.mark.parametrize("size", [300, 10_000, 200_000, 1_000_000], ids="{} bytes".format)
    def test_a_full_disk_leaves_the_old_and_says_so(self, size, build):
        code, said, warehouse = build("full", size)
        assert code == 2
        assert said.startswith(f"cannot write to {warehouse}: ")
        assert "File too large" in said
        assert len(said.splitlines()) <= 2
        assert values(warehouse) == [3483.32, 3720.05]
        assert files(warehouse) == kept([Store.open(warehouse).snapshot])
