"""How fast a file is checked and loaded, beside plain DuckDB and pandas with pandera in the same run.

`python bench/load.py [--quick]`: the median of some runs of each way, each in a process of its own, the ways
taking turns so that a busy moment strikes all of them; rows a second, their ratio to plain DuckDB, and peak
memory. A ratio travels between machines, seconds do not. What is loaded is the invented city of
`bench/loading/city.py`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from bench.loading.city import write_data, write_file
from bench.loading.ways import WAYS

ROOT = Path(__file__).parents[1]
RUNS = {10_000: 7, 100_000: 7, 1_000_000: 5}
"""Rows of a file, and how often it is loaded."""
QUICK = {10_000: 3, 100_000: 3}
MIB = 1024 * 1024


class Result(NamedTuple):
    """Median seconds of a run, of its steps, and the peak of memory in bytes."""

    seconds: float
    steps: dict[str, float]
    peak: int


def main() -> None:
    """Build a city, load its files, print a line a way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small files, few runs")
    sizes = QUICK if parser.parse_args().quick else RUNS
    with TemporaryDirectory() as work:
        folder = Path(work)
        build(folder)
        print(f"{'rows':>9}  {'way':8} {'seconds':>8} {'rows/s':>10} {'of duckdb':>9} {'peak MiB':>8}  steps")
        for rows, runs in sizes.items():
            file = folder / f"{rows}.csv"
            write_file(file, rows)
            results = measure(file, folder, runs)
            for way, result in results.items():
                print(line(rows, way, result, results["duckdb"].seconds))


def build(folder: Path) -> None:
    """The city's data and its store."""
    write_data(folder / "data")
    command = [sys.executable, "-m", "etl", "build", "--data", str(folder / "data")]
    command += ["--warehouse", str(folder / "warehouse")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603


def measure(file: Path, folder: Path, runs: int) -> dict[str, Result]:
    """Every way as often, in turn; the first round warms up and does not count."""
    ways = {way: started(way, file, folder) for way in WAYS}
    rounds = [{way: once(process) for way, process in ways.items()} for _ in range(runs + 1)]
    for process in ways.values():
        process.communicate()
    return {way: summed([one[way] for one in rounds[1:]]) for way in ways}


def started(way: str, file: Path, folder: Path) -> subprocess.Popen[str]:
    """A process that runs one way whenever it is told to."""
    command = [sys.executable, "-m", "bench.loading.run", way, str(file), str(folder)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603


def once(process: subprocess.Popen[str]) -> dict[str, Any]:
    """What one run says. Raises RuntimeError where it failed."""
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("a process without pipes")
    process.stdin.write("\n")
    process.stdin.flush()
    if answer := process.stdout.readline():
        return dict(json.loads(answer))
    raise RuntimeError(f"a way failed: {process.args!r}")


def summed(runs: list[dict[str, Any]]) -> Result:
    """The medians of some runs."""
    steps = {name: median(run["steps"][name] for run in runs) for name in runs[0]["steps"]}
    return Result(median(sum(run["steps"].values()) for run in runs), steps, max(run["peak"] for run in runs))


def line(rows: int, way: str, result: Result, plain: float) -> str:
    """One line of the table; the ratio is of speeds."""
    steps = " ".join(f"{name} {seconds:.3f}" for name, seconds in result.steps.items())
    speed = f"{rows / result.seconds:10,.0f} {plain / result.seconds:9.2f}"
    return f"{rows:9,}  {way:8} {result.seconds:8.3f} {speed} {result.peak / MIB:8.0f}  {steps}"


if __name__ == "__main__":
    main()
