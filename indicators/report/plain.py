"""Assessments as plain files for other programs: JSON with codes and numbers, CSV with the reader's words."""

from __future__ import annotations

from collections.abc import Collection

from indicators.report.material import Material
from indicators.rows import export
from indicators.rows.departments import chosen
from indicators.rows.practice import columns
from indicators.rows.record import flat, record


def as_json(material: Material, departments: Collection[str] = ()) -> bytes:
    """One record a target that one of the departments leads, of the whole plan where none is named."""
    read, snapshot = material.read, material.snapshot
    records = [record(read, one, snapshot) for one in chosen(material.assessments, departments)]
    return f"{export.as_json(records)}\n".encode()


def as_csv(material: Material, departments: Collection[str] = ()) -> bytes:
    """The same targets as one row each, as the screen's tables show them."""
    read, snapshot = material.read, material.snapshot
    rows = [flat(read, one, snapshot) for one in chosen(material.assessments, departments)]
    return export.as_csv(rows, columns(read))
