"""A plan, its figures and its assessments as one Data Package: CSV tables that say what they hold.

Data Package v1 (specs.frictionlessdata.io), which `frictionless validate FILE` checks: types, words, keys
between the tables, size and hash of every file.
"""

from __future__ import annotations

import re
from typing import Any

from indicators.report.material import Material
from indicators.report.package import figures, judged, plan
from indicators.report.package.readme import DESCRIPTOR, about, readme, title
from indicators.report.package.shape import Table
from indicators.report.package.targets import targets
from indicators.report.packing import packed
from indicators.rows.export import as_json
from indicators.rows.practice import invented

README = "README.md"
ADDRESS = re.compile(r"https?://\S+")


def data_package(material: Material) -> bytes:
    """A ZIP of the descriptor, a README in the reader's language and a CSV file for each table.

    It holds the whole plan and all figures known on the day; the same material gives the same bytes.
    """
    read, known = material.read, tables(material)
    contents = {table.path: table.content(read) for table in known}
    resources = [table.resource(read, contents[table.path]) for table in known]
    described = as_json({**_descriptor(material), "resources": resources})
    told = readme(material, known)
    return packed({DESCRIPTOR: described.encode(), README: told.encode(), **contents})


def tables(material: Material) -> tuple[Table, ...]:
    """All tables, the plan's first."""
    read = material.read
    return (
        plan.plan(read),
        targets(read),
        plan.departments(read),
        plan.dimensions(read),
        plan.areas(read),
        plan.indicators(read),
        judged.assessments(material),
        judged.projections(material),
        judged.evidence(material),
        figures.observations(material),
        figures.sources(material),
        figures.breaks(material),
    )


def _descriptor(material: Material) -> dict[str, Any]:
    """What the package is. No licence is named: the figures are facts, published by the sources listed."""
    read = material.read
    name = re.sub(r"[^a-z0-9._-]+", "-", f"{read.plan.code}-{material.as_of}".lower())
    given = [
        {"title": one.title or one.code} | ({"path": one.url} if ADDRESS.fullmatch(one.url) else {})
        for one in figures.cited(material)
    ]
    return {
        "profile": "tabular-data-package",
        "name": name,
        "title": title(material),
        "description": "\n\n".join(about(material)),
        "language": read.lang,
        "as_of": material.as_of.isoformat(),
        "snapshot": material.snapshot,
        "practice": invented(read),
        **({"sources": given} if given else {}),
    }
