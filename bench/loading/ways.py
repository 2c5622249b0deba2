"""Three ways to bring a file of figures into a database: ours, plain DuckDB, and pandas with pandera.

Each takes the file and a folder of its own and returns seconds by step; every one ends with the rows in a
DuckDB file and a checkpoint. Ours alone also understands names and units, compares with what is stored,
keeps the file and the journal, puts the forecasts on record and flushes everything to disk.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from bench.loading.city import HEAD, UNITS

if TYPE_CHECKING:
    from etl.examine import Submission
    from etl.journal.loading import Order

Steps = dict[str, float]
TODAY = date(2025, 6, 30)
TYPES = dict.fromkeys(HEAD, "VARCHAR") | {"年份": "INTEGER", "数值": "DOUBLE"}
TABLE = f"CREATE TABLE figure ({', '.join(f'{name} {kind}' for name, kind in TYPES.items())})"
KINDS = ("总量", "增速")


def ours(file: Path, folder: Path) -> Steps:
    """Check and load, as the page and the command line do; the store and what the checks know are open, and
    modules are loaded before, as they are on the page."""
    import scipy.stats  # noqa: F401

    from etl.examine import Desk, examine
    from etl.journal.loading import load
    from indicators.store.reader import Store

    data, warehouse = folder / "data", folder / "warehouse"
    shutil.copytree(folder.parent / "warehouse", warehouse)
    shutil.copytree(folder.parent / "data", data)
    desk, steps = Desk.of(Store.open(warehouse)), Steps()
    _ = desk.usual
    with timed(steps, "check"):
        content = file.read_bytes()
        found = examine(content, file.name, desk, department="", year=None, today=TODAY)
    order = _order(content, file.name, found)
    with timed(steps, "load"):
        load(order, data, warehouse)
    return steps


def _order(content: bytes, name: str, found: Submission) -> Order:
    """The order to load what was checked. Raises RuntimeError where there is a finding: it may be ours."""
    from etl.journal.loading import Order

    if found.remarks:
        raise RuntimeError(f"the city's own file has findings: {found.remarks[:3]}")
    return Order.of(found, content, file=name, department="", year=None, by="bench", note="", reasons={})


def duckdb(file: Path, folder: Path) -> Steps:
    """`read_csv` and insert, with the types told."""
    import duckdb as database

    steps = Steps()
    with timed(steps, "load"), database.connect(str(folder / "plain.duckdb")) as connection:
        connection.execute(TABLE)
        insert = "INSERT INTO figure BY NAME SELECT * FROM read_csv(?, columns = ?)"
        connection.execute(insert, [str(file), TYPES])
        connection.execute("CHECKPOINT")
    return steps


def pandera(file: Path, folder: Path) -> Steps:
    """`pandas.read_csv`, a pandera schema with the same bounds, and insert."""
    import duckdb as database
    import pandas
    import pandera.pandas as schemas

    known = {
        name: schemas.Check.isin(words) for name, words in (("口径", KINDS), ("单位", sorted(set(UNITS))))
    }
    schema = schemas.DataFrameSchema(
        {
            "指标": schemas.Column(str),
            "地区": schemas.Column(str),
            "年份": schemas.Column(int, schemas.Check.in_range(2005, 2024)),
            "口径": schemas.Column(str, known["口径"]),
            "数值": schemas.Column(float, schemas.Check.ge(-100)),
            "单位": schemas.Column(str, known["单位"]),
        },
        checks=schemas.Check(lambda rows: (rows["单位"] != "%") | rows["数值"].between(-100, 100)),
        unique=["指标", "地区", "年份", "口径"],
    )
    steps = Steps()
    with timed(steps, "check"):
        figures = schema.validate(pandas.read_csv(file), lazy=True)
    with timed(steps, "load"), database.connect(str(folder / "pandera.duckdb")) as connection:
        connection.execute(TABLE)
        connection.register("figures", figures)
        connection.execute("INSERT INTO figure BY NAME SELECT * FROM figures")
        connection.execute("CHECKPOINT")
    return steps


WAYS: dict[str, Callable[[Path, Path], Steps]] = {"ours": ours, "duckdb": duckdb, "pandera": pandera}


@contextmanager
def timed(steps: Steps, name: str) -> Iterator[None]:
    """Seconds of what happens inside, under `name`."""
    start = perf_counter()
    yield
    steps[name] = perf_counter() - start
