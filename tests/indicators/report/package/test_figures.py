"""Figures, sources and breaks as tables."""

from __future__ import annotations

from indicators.report.package.figures import breaks, cited, observations, sources
from indicators.rows.vintages import uses
from tests.indicators.report.made import real
from tests.indicators.report.package.packages import material
from tests.indicators.worked import breaks as broken
from tests.indicators.worked import levels


def test_every_figure_known_on_the_day_is_there_with_what_became_of_it(warehouse):
    known = real(warehouse)
    rows = observations(known).rows
    assert [row["value"] for row in rows] == [round(one.value, 6) for one in known.observations]
    assert [row["use"] for row in rows] == uses(known.book, known.observations)
    assert [row["observation"] for row in rows] == list(range(1, len(rows) + 1))


def test_a_source_nobody_describes_is_named_by_its_code():
    known = material(levels({2020: 1.0, 2021: 2.0}, source="unheard"))
    assert [(one.code, one.title) for one in cited(known)] == [("unheard", "unheard")]
    assert [row["code"] for row in sources(known).rows] == ["unheard"]


def test_breaks_say_from_which_year():
    rows = breaks(material(broken=broken(2020))).rows
    assert [(row["area"], row["year"], row["note"]) for row in rows] == [("*", 2020, "口径调整")]
