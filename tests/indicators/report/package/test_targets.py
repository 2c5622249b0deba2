"""What a plan asks as a table."""

from __future__ import annotations

import pytest

from indicators.model import (
    AssignedLater,
    CumulativeCut,
    Level,
    MeanGrowth,
    Qualitative,
    RelativeGrowth,
)
from indicators.report.package.targets import basis_word, targets
from indicators.targets import stated
from tests.indicators.report.made import real


@pytest.mark.parametrize("plan", ["zunyi-metro-2025", "china-14fyp"])
def test_a_row_a_target_with_its_value(warehouse, plan):
    read = real(warehouse, "zh", plan).read
    rows = targets(read).rows
    assert [row["number"] for row in rows] == [one.number for one in read.plan.targets]
    assert [row["target_value"] for row in rows] == [stated(one.basis) for one in read.plan.targets]


def test_every_basis_has_its_word(warehouse):
    found = {
        type(one.basis): basis_word(one.basis)
        for plan in ("zunyi-metro-2025", "china-14fyp")
        for one in real(warehouse, "zh", plan).read.plan.targets
    }
    assert found == {
        Level: "level",
        MeanGrowth: "mean_growth",
        AssignedLater: "cumulative_cut",
        CumulativeCut: "cumulative_cut",
        RelativeGrowth: "relative_growth",
        Qualitative: "qualitative",
    }
