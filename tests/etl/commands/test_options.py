"""Options that several commands share."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from etl.commands.options import add_data, add_lang, code_of, command, filled, readable, year
from indicators.errors import UnknownName


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


def test_bytes_that_are_no_text_are_refused():
    """So the shell hands over what is not in the encoding of the terminal."""
    for kind in (filled, readable):
        with pytest.raises(argparse.ArgumentTypeError, match="no text"):
            kind("\udcff")
    assert readable("年报\n") == "年报\n"


@pytest.mark.parametrize("text", ["", "-999", "999", "20245", "２０２４", "²024", "2024.0"])
def test_a_year_has_four_digits(text):
    assert (year("0000"), year("2024"), year("9999")) == (0, 2024, 9999)
    with pytest.raises(argparse.ArgumentTypeError, match="no year"):
        year(text)


def test_options_are_written_out(parse, capsys):
    with pytest.raises(SystemExit):
        parse("--ware", "elsewhere")
    assert "--ware" in capsys.readouterr().err


def test_a_department_goes_by_code_name_or_alias(content):
    for asked in ("fagai", "市发展改革委", "市发改委", " FAGAI "):
        assert code_of(asked, content.plans) == "fagai"
    with pytest.raises(UnknownName, match="市发展改革委"):
        code_of("市发展改革局", content.plans)
