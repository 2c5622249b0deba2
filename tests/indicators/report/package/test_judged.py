"""Assessments, projections and evidence as tables: the numbers of the record."""

from __future__ import annotations

from indicators.report.package.judged import assessments, evidence, projections
from indicators.rows.record import record
from tests.indicators.report.made import real
from tests.indicators.report.package.packages import material


def test_every_number_is_that_of_the_record(warehouse):
    known = real(warehouse)
    for row, one in zip(assessments(known).rows, known.assessments, strict=True):
        wanted = record(known.read, one, known.snapshot)
        for key in ("number", "verdict", "chance", "latest_value", "expected_shortfall", "required_pace"):
            assert row[key] == wanted[key]
        last = wanted["projected"].get("2025", {})
        assert row["median"] == last.get("median")


def test_a_projection_has_a_row_a_year():
    rows = projections(material()).rows
    assert [row["year"] for row in rows] == [2023, 2024, 2025]
    assert all(row["p10"] <= row["median"] <= row["p90"] for row in rows)


def test_evidence_leads_to_the_figures():
    known = material()
    numbers = [row["observation"] for row in evidence(known).rows]
    assert [known.observations[number - 1] for number in numbers] == list(known.assessments[0].evidence)
