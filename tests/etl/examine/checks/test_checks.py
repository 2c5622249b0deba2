from __future__ import annotations

import ast
from pathlib import Path

from etl.examine import checks
from indicators.words import table
from tests.etl.examine.uploads import ROOT, found, upload

MODULES = sorted((ROOT / "etl" / "examine" / "checks").glob("[a-z]*.py"))


def public(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.name for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }


def test_every_check_runs():
    run = {check.__name__ for check in (*checks.ROW_BY_ROW, *checks.TOGETHER)}
    assert {name for path in MODULES for name in public(path)} - run == {"duplicates", "fractions"}


def test_every_finding_a_check_may_give_has_words_and_every_word_a_check():
    texts = "".join(path.read_text(encoding="utf-8") for path in MODULES)
    written = {key.split(".")[1] for key in table("zh") if key.startswith("cell_finding.")}
    assert [check for check in written if f'"{check}"' not in texts] == []
    names = {check.__name__ for check in (*checks.ROW_BY_ROW, *checks.TOGETHER)} - {"out_of_line"}
    assert names - written == set()


def test_rows_with_errors_are_left_out_of_what_compares_rows():
    table = "indicator year value\nGDP 2024 50000000\n胡说 2024 1\nGDP 2024 abc"
    done = upload(table, "year value\n2023 4700")
    assert found(done) == ["unknown_indicator 3", "not_a_number 4", "out_of_bounds 2"]
    assert done.rows_ready == 0


def test_figures_that_contradict_each_other_are_compared_with_nothing():
    done = upload("year value\n2023 4700\n2024 5000\n2024 50000")
    assert found(done) == ["duplicate_differs 4"]
    assert done.rows_ready == 1
