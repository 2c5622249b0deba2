"""A load or roll-back that is cut short: all of it counts or nothing, and nothing stands in the way after."""

from __future__ import annotations

import os
import shutil
import signal
from itertools import count

import pytest

from etl.__main__ import main
from etl.gather import gather
from etl.journal.verify import Trouble, verify
from etl.load import publish
from indicators.errors import WriterBusy
from indicators.store.journal import read_journal
from indicators.store.ledger import read_ledger
from indicators.store.pointer import read_pointer
from indicators.store.reader import Store
from tests.etl.dying import begin, end
from tests.etl.journal.orders import Shelf, files, values

BASE, LOADED, MORE = [3483.32, 3720.05], [3483.32, 3720.05, 5200.0], [3483.32, 3720.05, 5200.0, 5500.0]
FILE = "指标,地区,年份,口径,数值,单位\n地区生产总值,遵义市,2025,水平,5500,亿元\n"
BEFORE = {"load": LOADED, "rollback": LOADED}
AFTER = {"load": MORE, "rollback": BASE}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """One load is in."""
    shelf = Shelf(tmp_path_factory.mktemp("shelf"))
    shelf.load(5200.0)
    return shelf


@pytest.fixture(scope="module")
def attempt(shelf, tmp_path_factory):
    """`attempt(what, how, n)` → exit code, what it said, and the warehouse afterwards."""
    tmp_path = tmp_path_factory.mktemp("attempts")
    file = tmp_path / "gdp.csv"
    file.write_text(FILE, encoding="utf-8")
    whats = {
        "load": ["load", str(file), "--department", "fagai", "--by", "王敏", "--confirm", "核对无误"],
        "rollback": ["rollback", "1", "--by", "王敏", "--reason", "误报"],
    }

    def run(what, how, number):
        warehouse = tmp_path / f"{what}-{how}-{number}"
        if not warehouse.exists():
            shutil.copytree(shelf.warehouse, warehouse)
        options = ["--data", str(shelf.data), "--warehouse", str(warehouse)]
        child, said = begin(lambda: main([*whats[what], *options]), how, number, warehouse)
        return end(child), said.read_text(encoding="utf-8"), warehouse

    return run


def sound(warehouse):
    """The store can be read, what is in use is on record, and only harmless things lie about."""
    found = verify(warehouse)
    assert {trouble for _, trouble in found.troubles} <= {Trouble.UNCOMMITTED, Trouble.LEFT}
    assert read_pointer(warehouse)["snapshot"] in {one.snapshot for one in read_ledger(warehouse).entries}
    assert read_journal(warehouse).flaws == ()
    return values(Store.open(warehouse))


@pytest.fixture(scope="module", params=["load", "rollback"])
def killed(request, attempt):
    """What was tried, and for each step (exit code, warehouse); the last one was not killed any more."""
    ends = []
    for step in count():
        code, said, warehouse = attempt(request.param, "step", step)
        ends.append((code, warehouse))
        if code != -signal.SIGKILL:
            break
    assert code == 0, said
    return request.param, ends


def test_a_kill_at_any_step_leaves_the_old_or_the_new_and_nothing_in_the_way(killed):
    what, ends = killed
    seen = [sound(warehouse) for _, warehouse in ends]
    assert seen == [BEFORE[what]] * (len(seen) - 1) + [AFTER[what]]
    assert len(seen) > 5


def test_after_a_kill_the_same_again_succeeds_and_leaves_nothing_lying_about(killed, attempt):
    """Just before the pointer moves everything else is written; that is the most that can lie about."""
    what, ends = killed
    last = ends[-2][1]
    assert Trouble.UNCOMMITTED in dict(verify(last).troubles).values()
    again = shutil.copytree(last, last.with_name(f"{what}-free-0"))
    code, said, _ = attempt(what, "free", 0)
    assert (code, sound(again)) == (0, AFTER[what]), said
    assert verify(again).troubles == ()
    assert [one.number for one in read_journal(again).entries] == [1, 2]


@pytest.mark.parametrize(
    ("what", "size"),
    [("load", 0), ("load", 300), ("load", 3000), ("load", 200_000), ("rollback", 0), ("rollback", 300)],
)
def test_a_kill_in_the_middle_of_a_write_leaves_the_old(what, size, attempt):
    code, said, warehouse = attempt(what, "byte", size)
    assert code == -signal.SIGXFSZ, said
    assert sound(warehouse) == BEFORE[what]


@pytest.mark.parametrize("size", [300, 3000, 200_000], ids="{} bytes".format)
def test_a_full_disk_leaves_the_old_and_says_so(size, attempt, shelf):
    code, said, warehouse = attempt("load", "full", size)
    assert code == 2, said
    assert "File too large" in said
    assert "Traceback" not in said
    assert sound(warehouse) == LOADED
    assert verify(warehouse).whole


def test_who_comes_second_is_told_so_and_does_not_disturb_the_first(shelf, attempt, tmp_path):
    warehouse = tmp_path / "w"
    shutil.copytree(shelf.warehouse, warehouse)
    options = ["--data", str(shelf.data), "--warehouse", str(warehouse)]
    first, said = begin(
        lambda: main(["rollback", "1", "--by", "a", "--reason", "b", *options]), "stop", 4, warehouse
    )
    try:
        assert os.WIFSTOPPED(os.waitpid(first, os.WUNTRACED)[1])
        before = files(warehouse)
        with pytest.raises(WriterBusy, match="another process is writing to .*; try again"):
            publish(gather(shelf.data), warehouse)
        assert files(warehouse) == before
        assert values(Store.open(warehouse)) == LOADED
    finally:
        os.kill(first, signal.SIGCONT)
        code = end(first)
    assert (code, sound(warehouse)) == (0, BASE), said.read_text()


def test_of_two_who_load_at_once_each_is_in_or_told_why_not(shelf, tmp_path):
    """Checked against the same snapshot, only one of them may still count; nothing is ever half in."""
    warehouse = tmp_path / "w"
    shutil.copytree(shelf.warehouse, warehouse)
    before = [one.number for one in read_journal(warehouse).entries]
    children = []
    for place, value in enumerate((5501, 5502, 5503)):
        file = tmp_path / f"{value}.csv"
        file.write_text(FILE.replace("5500", str(value)), encoding="utf-8")
        who = ["--department", "fagai", "--by", f"{value}", "--confirm", "核对无误"]
        options = ["--data", str(shelf.data), "--warehouse", str(warehouse)]
        own = tmp_path / f"child{place}"
        arguments = ["load", str(file), *who, *options]
        children.append(begin(lambda arguments=arguments: main(arguments), "free", 0, own))
    outcomes = [(end(child), said.read_text(encoding="utf-8")) for child, said in children]
    done = [said for code, said in outcomes if code == 0]
    told = [said for code, said in outcomes if code == 2]
    assert len(done) + len(told) == 3, outcomes
    assert done
    assert all("another process is writing" in said or "check again" in said for said in told), told
    journal = read_journal(warehouse)
    assert len(journal.entries) == len(before) + len(done)
    assert len(sound(warehouse)) == len(LOADED) + len(done)
    assert verify(warehouse).troubles == ()
