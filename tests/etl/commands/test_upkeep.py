"""`verify`, `backup` and `restore` on the command line."""

from __future__ import annotations

import json

import pytest

from etl.__main__ import main


@pytest.fixture
def run(loaded, capsys):
    def call(*arguments, warehouse=loaded.warehouse):
        code = main([*map(str, arguments), "--warehouse", str(warehouse)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def test_a_whole_store_is_exit_0(run):
    code, said, _ = run("verify")
    assert code == 0
    assert said.splitlines() == ["核验无误：报送与回退3条，文件4个，数据版本3个，预测存证3份。", "全部完好。"]
    assert json.loads(run("verify", "--json")[1])["whole"] is True


def test_what_is_not_whole_is_named_and_exit_1(run, loaded):
    path = next((loaded.warehouse / "journal" / "files").iterdir())
    path.write_bytes(b"?")
    code, said, _ = run("verify")
    assert code == 1
    assert f"journal/files/{path.name}：内容已被改动" in said
    assert "was changed" in run("verify", "--lang", "en")[1]
    found = json.loads(run("verify", "--json")[1])
    assert found["troubles"] == [{"file": f"journal/files/{path.name}", "trouble": "changed"}]


def test_there_and_back(run, tmp_path, loaded):
    assert run("backup", tmp_path / "b.tar.gz")[0] == 0
    code, said, _ = run("restore", tmp_path / "b.tar.gz", "--json", warehouse=tmp_path / "new")
    assert (code, json.loads(said)["loads"]) == (0, 3)
    assert run("verify", warehouse=tmp_path / "new")[0] == 0


def test_a_backup_without_accounts_says_so(run, tmp_path):
    assert run("backup", tmp_path / "b.tar.gz")[1].splitlines()[-1].startswith("账户不在此备份内")
    (tmp_path / "accounts.sqlite").touch()
    assert "账户" not in run("backup", tmp_path / "c.tar.gz", "--accounts", tmp_path / "accounts.sqlite")[1]
    assert json.loads(run("backup", tmp_path / "d.tar.gz", "--json")[1])["whole"]


def test_what_would_be_overwritten_is_exit_2(run, tmp_path):
    run("backup", tmp_path / "b.tar.gz")
    assert run("backup", tmp_path / "b.tar.gz")[::2] == (2, f"{tmp_path / 'b.tar.gz'}: File exists\n")
    code, _, complaint = run("restore", tmp_path / "b.tar.gz")
    assert code == 2
    assert "not empty" in complaint


def test_where_there_is_nothing_it_says_so(run, tmp_path):
    for arguments in (("verify",), ("backup", tmp_path / "b.tar.gz")):
        code, _, complaint = run(*arguments, warehouse=tmp_path / "nowhere")
        assert code == 2
        assert "nowhere" in complaint
