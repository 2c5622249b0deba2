"""The command line's answer, which every page must agree with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
Answer = list[dict[str, Any]]


@pytest.fixture(scope="session")
def command_line(warehouse: Path) -> Callable[..., Answer]:
    """`command_line("--lang", "en")` → what `python -m indicators assess --json` prints, one a target."""
    kept: dict[tuple[str, ...], Answer] = {}

    def ask(*arguments: str) -> Answer:
        if arguments not in kept:
            command = [sys.executable, "-m", "indicators", "assess", "--json", *arguments]
            environment = {**os.environ, "WAREHOUSE": str(warehouse)}
            done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
            kept[arguments] = json.loads(done.stdout)
        return kept[arguments]

    return ask
