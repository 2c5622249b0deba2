"""Materials to pack, and packages taken apart and put together again; for the tests of the data package."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from indicators.assessment import assess_all
from indicators.model import Break, Observation, Plan, Source
from indicators.report.material import Material
from indicators.report.packing import packed
from indicators.rows.reading import Reading
from indicators.series import build
from tests.indicators.rows.invented import SOURCES, reading
from tests.indicators.worked import AS_OF, levels

LEVELS = {2018: 50.0, 2019: 52.0, 2020: 54.0, 2021: 57.0, 2022: 58.5}
PRACTICE = {"practice": Source("practice", "演练数据", "")}


def material(
    observations: Iterable[Observation] | None = None,
    *,
    lang: str = "zh",
    known: Plan | None = None,
    sources: Mapping[str, Source] = SOURCES,
    broken: Iterable[Break] = (),
) -> Material:
    """The invented plan on some figures, a rising series where none are named."""
    figures = tuple(levels(LEVELS) if observations is None else observations)
    plan = known or reading().plan
    book = build(figures, broken)
    read = Reading(plan, lang, sources)
    return Material(read, assess_all(plan, book, AS_OF), book, figures, AS_OF, "snapshot1")


def many(count: int) -> Plan:
    """The invented plan with its target `count` times."""
    plan = reading().plan
    (target,) = plan.targets
    copies = tuple(replace(target, number=at, code=f"measured{at}") for at in range(1, count + 1))
    return replace(plan, targets=copies)


def practised() -> Material:
    """Invented figures, from the one source of practice stores."""
    return material(levels(LEVELS, source="practice"), sources=PRACTICE)


def files(package: bytes) -> dict[str, bytes]:
    """A ZIP by name of file."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def described(package: bytes) -> dict[str, Any]:
    return dict(json.loads(files(package)["datapackage.json"]))


def table(package: bytes, name: str) -> list[dict[str, str]]:
    """The rows of a table as text."""
    text = files(package)[f"data/{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def changed(package: bytes, name: str, change: Callable[[list[dict[str, str]]], Any]) -> bytes:
    """The package with the rows of a table changed, and without the sizes and hashes that would tell."""
    rows = table(package, name)
    change(rows)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    told = described(package)
    for resource in told["resources"]:
        del resource["hash"], resource["bytes"]
    instead = {"datapackage.json": json.dumps(told).encode(), f"data/{name}.csv": text.getvalue().encode()}
    return packed(files(package) | instead)


def faults(package: bytes, tmp_path) -> list[str]:
    """What `frictionless validate` finds, by kind of fault; empty where the package is valid."""
    from frictionless import validate

    path = tmp_path / "package.zip"
    path.write_bytes(package)
    report = validate(str(path), type="package")
    found = [kind for (kind,) in report.flatten(["type"])]
    assert report.valid == (not found)
    return found
