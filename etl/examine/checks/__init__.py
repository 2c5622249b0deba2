"""Every check of an upload: what it looks at stands in one module a family, when it runs stands here.

First each row by itself; rows with errors are left out of what follows. Then the rows beside each other and
beside the store. None stops another, so that all findings come at once.
"""

from __future__ import annotations

from collections.abc import Callable

from etl.examine.checks import (
    departments,
    growth,
    invented,
    keys,
    labels,
    percentages,
    plausibility,
    ratios,
    revisions,
    sums,
    values,
    years,
)
from etl.examine.context import Context
from etl.examine.merged import Merged, merge
from indicators.model import Remark

ROW_BY_ROW: tuple[Callable[[Context], list[Remark]], ...] = (
    labels.unknown_indicator,
    labels.unknown_area,
    labels.unknown_measure,
    labels.unknown_unit,
    labels.unknown_status,
    labels.unit_assumed,
    labels.unit_conflict,
    labels.measure_from_unit,
    values.not_a_number,
    values.missing_value,
    values.approximate,
    values.out_of_bounds,
    years.year_unknown,
    years.year_outside_plan,
    years.year_in_future,
    departments.not_this_department,
    departments.not_in_plan,
    invented.invented_figures,
)
TOGETHER: tuple[Callable[[Context, Merged], list[Remark]], ...] = (
    years.another_year,
    revisions.revision,
    revisions.preliminary_over_final,
    percentages.fraction,
    percentages.unusual_growth,
    plausibility.out_of_line,
    ratios.ratio_differs,
    sums.members_differ,
    sums.parts_differ,
    growth.growth_contradicts,
)


def run(context: Context) -> tuple[list[Remark], Merged]:
    """All findings in the order of the checks, and the figures as they would be in use."""
    remarks = [remark for check in ROW_BY_ROW for remark in check(context)]
    context.batch.drop(context.wrong)
    merged = merge(context.batch, context.desk)
    if len(merged.twins):
        remarks += keys.duplicates(context, merged)
        context.batch.drop(context.wrong)
        merged = merge(context.batch, context.desk)
    return [*remarks, *(remark for check in TOGETHER for remark in check(context, merged))], merged
