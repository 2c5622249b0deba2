"""Our projection beside what anyone could pick instead, on open series: `make bench`.

    python bench/projection.py                the scores of all contestants, all in one run
    python bench/projection.py --write        and into indicators/projection/benchmark.json and the READMEs
    python bench/projection.py --quick        only the contestants that take seconds, to try a change
    python bench/projection.py --sample 0.05  a twentieth of the series

Needs requirements-bench.txt and PYTHONPATH=. ; a full run takes ten to fifteen minutes on two cores, nearly
all of it AutoARIMA's. Only a full run of all contestants is written.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from time import perf_counter

from bench.proof.panels import read
from bench.proof.readme import update
from bench.proof.result import document, write
from bench.proof.run import CONTESTANTS, QUICK, run, times

SHOWN = ("mase", "crps", "cover_80", "cover_95", "brier", "gap")


def main() -> None:
    """Run, print, and write where asked."""
    asking = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asking.add_argument("--sample", type=float, default=1.0, help="share of the series, 0–1")
    asking.add_argument("--quick", action="store_true", help="only contestants that take seconds")
    asking.add_argument("--write", action="store_true", help="keep the result")
    asked = asking.parse_args()
    if asked.write and (asked.quick or asked.sample < 1):
        asking.error("only a full run is written: without --quick and --sample")
    series = read(asked.sample)
    start = perf_counter()
    field = run(
        series,
        lambda name: print(f"{perf_counter() - start:6.0f} s  {name}", file=sys.stderr, flush=True),
        tuple(QUICK) if asked.quick else CONTESTANTS,
    )
    found = document(field, len(series), asked.sample)
    for row in found["rows"]:
        print(f"{row['group']:8} {row['method']:17}", *(f"{name} {row[name]:<8}" for name in SHOWN))
    for row in times(field):
        print(f"{'time':8} {row['method']:17} {row['ms']:10.1f} ms for 1,000 series")
    if asked.write:
        write(found)
        update()


if __name__ == "__main__":
    main()
