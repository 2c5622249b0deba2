"""Who may report an indicator."""

from __future__ import annotations

import numpy as np

from etl.examine.context import Context
from etl.examine.findings import on_labels
from etl.examine.packing import Mask
from indicators.model import Remark, Severity
from indicators.reporting import reportable

UNASKED = Remark("no_department", Severity.NOTE)
"""Nobody said whose file it is, so nobody looked; for whoever does not ask for that on purpose."""


def not_this_department(context: Context) -> list[Remark]:
    """An indicator that another department leads."""
    leads = _leads(context)
    rows = _foreign(context, [one.code in leads for one in context.desk.indicators])
    context.refuse(rows)
    return on_labels(
        context.places,
        "not_this_department",
        Severity.ERROR,
        context.batch.names,
        rows,
        lambda row: (
            ("indicator", context.indicator(row).code),
            ("department", ";".join(leads[context.indicator(row).code])),
        ),
        context.batch.indicator,
    )


def not_in_plan(context: Context) -> list[Remark]:
    """An indicator that no target of the department's plans asks for, its own or another's."""
    leads = _leads(context)
    rows = _foreign(context, [one.code not in leads for one in context.desk.indicators])
    return on_labels(
        context.places,
        "not_in_plan",
        Severity.WARNING,
        context.batch.names,
        rows,
        lambda row: (("indicator", context.indicator(row).code),),
        context.batch.indicator,
    )


def _leads(context: Context) -> dict[str, list[str]]:
    """The departments that may report each indicator, for every indicator that any may."""
    found: dict[str, list[str]] = {}
    for plan in context.desk.plans_for(context.department):
        for department in dict.fromkeys(target.lead for target in plan.targets):
            for code in reportable(plan, department):
                found.setdefault(code, []).append(department)
    return found


def _foreign(context: Context, chosen: list[bool]) -> Mask:
    """Rows of the chosen indicators that the department may not report; none where no one is named."""
    if not context.department:
        return np.zeros(context.batch.rows, bool)
    plans = context.desk.plans_for(context.department)
    own = {code for plan in plans for code in reportable(plan, context.department)}
    wrong = [one.code not in own and pick for one, pick in zip(context.desk.indicators, chosen, strict=True)]
    rows: Mask = np.asarray([*wrong, False], bool)[context.batch.indicator]
    return rows & context.stated
