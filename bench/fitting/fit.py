"""`python -m bench.fitting.fit PANEL [--check]`: fits the constants of the projection and writes them.

PANEL is a Parquet file of public annual series with the columns set, group and values; it is not part of
the product. `--check` writes nothing and tells how far the fitted constants lie from those in use.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from bench.fitting.panel import Panel, rates, read, shares, windows
from bench.fitting.regression import Fit, fit
from indicators.projection.constants import FILE, LEVELS, LONGEST
from indicators.projection.scales import Bounds

COUNTS = (1, 2, 3, 4, 5, 7, 9, 11, 14, 19, 24)
"""Numbers of changes for which constants are fitted; between them they lie on straight lines."""
DIGITS = 4


def main() -> int:
    """Fit all scales; write the file, or compare with it."""
    parser = argparse.ArgumentParser(prog="python -m bench.fitting.fit", description=__doc__)
    parser.add_argument("panel", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    panels = kinds(read(options.panel))
    body = {
        "fitted": f"python -m bench.fitting.fit: {_told(panels)}",
        "levels": list(LEVELS),
        "counts": list(COUNTS),
        "scales": {name: _scale(name, *kind) for name, kind in panels.items()},
    }
    if options.check:
        return _compared(body)
    FILE.write_text(_text(body), encoding="utf-8")
    return 0


def kinds(panel: Panel) -> dict[str, tuple[Panel, Bounds | None]]:
    """The series for each scale, and the bounds of that scale."""
    return {"log": (panel, None), "logit": (shares(panel), (0.0, 100.0)), "additive": (rates(panel), None)}


def _scale(name: str, panel: Panel, bounds: Bounds | None) -> dict[str, Any]:
    fits = [fit(windows(panel, count + 1, LONGEST), name, bounds) for count in COUNTS]
    return {part: np.round([getattr(one, part) for one in fits], DIGITS).tolist() for part in Fit._fields}


def _told(panels: Mapping[str, tuple[Panel, Bounds | None]]) -> str:
    return "; ".join(
        f"{name}: {len(panel.series)} series, {len(set(panel.groups))} groups"
        for name, (panel, _) in panels.items()
    )


def _text(body: Mapping[str, Any]) -> str:
    """JSON with one line a number of changes, so that a refit can be read as a difference."""
    lines = [f' "{key}": {json.dumps(body[key])}' for key in ("fitted", "levels", "counts")]
    scales = []
    for name, parts in body["scales"].items():
        rows = [
            f'   "{part}": [\n    ' + ",\n    ".join(map(json.dumps, table)) + "]"
            for part, table in parts.items()
        ]
        scales.append(f'  "{name}": {{\n' + ",\n".join(rows) + "}")
    lines.append(' "scales": {\n' + ",\n".join(scales) + "}")
    return "{\n" + ",\n".join(lines) + "}\n"


def _compared(body: Mapping[str, Any]) -> int:
    """0 where every constant is that of the file, to the last digit but one."""
    kept = json.loads(FILE.read_text(encoding="utf-8"))["scales"]
    worst = max(
        float(np.abs(np.asarray(table) - np.asarray(kept[name][part])).max())
        for name, parts in body["scales"].items()
        for part, table in parts.items()
    )
    print(f"largest difference from {FILE.name}: {worst:.4f}")
    return 0 if worst < 10.0 ** (1 - DIGITS) else 1


if __name__ == "__main__":
    sys.exit(main())
