"""What commands print, and the exit codes of refusals."""

from __future__ import annotations

import io
import json
import sys

import pytest

from etl.commands.output import (
    complain,
    print_json,
    print_refusal,
    print_table,
    printing,
    system_error,
    tolerate,
)
from indicators.errors import InputRefused, InputUnreadable
from indicators.model import Fault

FAULT = Fault("a.csv", 2, "year", "x", "a year")


def test_json_keeps_chinese_and_knows_no_number_that_is_none(capsys):
    print_json({"地区": 1})
    assert json.loads(capsys.readouterr().out) == {"地区": 1}
    with pytest.raises(ValueError, match="JSON"):
        print_json(float("nan"))


def test_a_table_has_headings_and_no_rows_print_nothing(capsys):
    print_table([])
    assert capsys.readouterr().out == ""
    print_table([{"指标": "地区生产总值", "值": "1"}])
    assert capsys.readouterr().out.split() == ["指标", "值", "地区生产总值", "1"]


def test_a_complaint_is_exit_2_on_the_error_stream(capsys):
    assert complain("no") == 2
    assert capsys.readouterr().err == "no\n"


@pytest.mark.parametrize(("kind", "code"), [(InputRefused, 1), (InputUnreadable, 2)])
def test_faults_are_listed_and_what_cannot_be_read_is_another_code(kind, code, capsys):
    assert print_refusal(kind([FAULT]), as_json=False) == code
    assert "a.csv, row 2, year: found 'x', allowed: a year" in capsys.readouterr().err
    assert print_refusal(kind([FAULT]), as_json=True) == code
    assert json.loads(capsys.readouterr().out)["faults"][0]["found"] == "x"


def test_a_system_error_names_the_file_where_it_knows_one():
    assert system_error(FileNotFoundError(2, "No such file", "a.csv")) == "a.csv: No such file"
    assert system_error(OSError("disk full")) == "disk full"


class Full(io.StringIO):
    """An output that takes nothing."""

    def flush(self):
        raise OSError(28, "No space left on device")


def test_what_is_done_is_said_to_be_done_though_nothing_can_be_printed(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdout", Full())
    with printing("load 5"):
        print("report")
    assert capsys.readouterr().err == "load 5 (No space left on device)\n"
    sys.stdout.flush()


def test_where_nothing_is_done_an_output_that_takes_nothing_is_an_error(monkeypatch):
    monkeypatch.setattr(sys, "stdout", Full())
    with pytest.raises(OSError, match="No space"), printing():
        print("report")


def test_a_character_that_the_terminal_does_not_know_is_printed_by_its_number(monkeypatch):
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", terminal)
    tolerate()
    print("年", flush=True)
    assert terminal.buffer.getvalue() == b"\\u5e74\n"
