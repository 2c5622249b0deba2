"""Options that several commands share."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from etl.commands.options import add_data, add_lang, command, filled


@pytest.fixture
def parse():
    parser = argparse.ArgumentParser()
    made = command(parser.add_subparsers(), "do", "does", lambda options: 7)
    add_data(made)
    add_lang(made)
    return lambda *arguments: parser.parse_args(["do", *arguments])


def test_every_command_knows_its_function_and_its_folder(parse, monkeypatch):
    found = parse()
    assert (found.run(found), found.json, found.lang, found.data) == (7, False, "zh", Path("data"))
    assert parse("--warehouse", "elsewhere", "--json", "--lang", "en").warehouse == Path("elsewhere")


def test_another_language_is_refused(parse, capsys):
    with pytest.raises(SystemExit):
        parse("--lang", "fr")
    assert "fr" in capsys.readouterr().err


def test_blank_text_is_refused_and_other_text_trimmed():
    assert filled(" 王敏 ") == "王敏"
    with pytest.raises(argparse.ArgumentTypeError, match="blank"):
        filled(" \n")
