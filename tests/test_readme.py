"""The READMEs stay true: what they name exists, and both say the same."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bench.proof import readme
from indicators.__main__ import main as indicators_main

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh-CN.md")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def code(name: str) -> list[str]:
    """Lines of the code blocks, without their comments."""
    blocks = re.findall(r"```\n(.*?)```", text(name), flags=re.DOTALL)
    return [line.split(" #")[0].strip() for block in blocks for line in block.splitlines()]


@pytest.mark.parametrize("name", READMES)
def test_every_make_target_named_exists(name):
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), flags=re.MULTILINE))
    assert {*re.findall(r"`?make ([a-z]+)", text(name))} <= targets
    assert "make run" in code(name)
    assert "make test" in code(name)


@pytest.mark.parametrize("name", READMES)
def test_every_dependency_has_its_reason(name):
    files = text("requirements.txt") + text("requirements-dev.txt") + text("requirements-bench.txt")
    packages = re.findall(r"^([A-Za-z][\w-]*)==", files, flags=re.MULTILINE)
    assert [package for package in packages if package not in text(name)] == []


def test_the_benchmark_measures_with_the_apps_own_numbers():
    pins = {line for line in text("requirements-bench.txt").splitlines() if "==" in line}
    app = {line for line in text("requirements.txt").splitlines() if "==" in line}
    assert {pin.split("==")[0] for pin in pins & app} == {"numpy", "scipy", "PyYAML"}
    assert pins <= app | set(text("bench/constraints.txt").splitlines())


@pytest.mark.parametrize("lang", readme.READMES)
def test_the_benchmark_is_the_committed_result(lang):
    assert readme.written(text(readme.READMES[lang])) == readme.section(lang)


@pytest.mark.parametrize("name", READMES)
def test_every_picture_and_file_named_exists(name):
    pictures = re.findall(r"\]\(((?!http)[^)]+)\)", text(name))
    files = re.findall(r"`((?:docs|data|tests|indicators)/[\w./-]+\.\w+)`", text(name))
    assert [path for path in {*pictures, *files} if not (ROOT / path).exists()] == []


def test_both_languages_have_the_same_parts_commands_and_pictures():
    english, chinese = READMES
    for pattern in (r"^#{1,3} ", r"^\|", r"^- "):
        assert [len(re.findall(pattern, text(name), flags=re.MULTILINE)) for name in READMES] == [
            len(re.findall(pattern, text(english), flags=re.MULTILINE))
        ] * 2
    commands = [[line for line in code(name) if line.startswith(("python", "make"))] for name in READMES]
    assert commands[0] == commands[1]
    assert re.findall(r"docs/screenshots/\S+\.png", text(english)) == re.findall(
        r"docs/screenshots/\S+\.png", text(chinese)
    )


def test_commands_of_the_command_line_work_as_written(warehouse, tmp_path, monkeypatch, capsys):
    lines = [line for line in code(READMES[0]) if line.startswith("python -m indicators")]
    assert len(lines) == 8
    monkeypatch.chdir(tmp_path)
    for line in lines:
        assert indicators_main(line.split()[3:]) == 0
        assert capsys.readouterr().out


def test_checking_works_as_written():
    done = subprocess.run(
        [sys.executable, "-m", "etl", "check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, "0 errors" in done.stdout) == (0, True)
