"""`build` where there are loads: what it says when nothing tells which of them count."""

from __future__ import annotations

import pytest

from etl.__main__ import main
from indicators.store.pointer import POINTER


@pytest.fixture
def run(loaded, capsys):
    def call(*options):
        code = main(["build", "--data", str(loaded.data), "--warehouse", str(loaded.warehouse), *options])
        return code, capsys.readouterr()

    return call


def test_a_build_keeps_the_loads(run, loaded):
    snapshot = loaded.snapshot
    code, said = run()
    assert (code, said.out.splitlines()[-1]) == (0, f"snapshot {snapshot}")
    assert loaded.values() == [3483.32, 3720.05, 5200.0]


def test_without_a_pointer_it_asks_how_many_loads_count(run, loaded):
    (loaded.warehouse / POINTER).unlink()
    code, said = run()
    assert (code, said.out) == (2, "")
    assert "Build with --loads 3, or with --loads 2" in said.err
    assert run("--loads", "3")[0] == 0
    assert loaded.values() == [3483.32, 3720.05, 5200.0]


def test_the_pointer_is_not_contradicted(run):
    code, said = run("--loads", "2")
    assert code == 2
    assert "the pointer counts 3 loads, not 2" in said.err


def test_a_damaged_journal_is_exit_2(run, loaded):
    path = next((loaded.warehouse / "journal").glob("0001*"))
    path.write_bytes(b"{")
    code, said = run()
    assert code == 2
    assert "(unreadable); restore a backup" in said.err


def test_a_folder_that_is_not_there_is_exit_2(loaded, capsys):
    assert main(["build", "--data", str(loaded.data / "no"), "--warehouse", str(loaded.warehouse)]) == 2
    assert "no" in capsys.readouterr().err
