"""Reasons given for warnings: one for all, or one for those of a check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indicators.model import Remark


def unconfirmed(warnings: Sequence[Remark], reasons: Mapping[str, str]) -> list[str]:
    """The checks whose warnings have no reason, in their order; `reasons` by the check's name."""
    checks = dict.fromkeys(one.check for one in warnings)
    return [check for check in checks if not reasons.get(check, "").strip()]


def reasons_by_check(warnings: Sequence[Remark], given: Sequence[str]) -> dict[str, str]:
    """What was given for each check: reasons (`recounted after the census`), or reasons for a check
    (`revision=recounted after the census`). What begins with no check of the warnings is for all others."""
    checks = {one.check for one in warnings}
    parted = [(text, *text.split("=", 1)) for text in given if "=" in text]
    own = {check.strip(): reason.strip() for _, check, reason in parted if check.strip() in checks}
    named = {text for text, check, _ in parted if check.strip() in checks}
    general = [text.strip() for text in given if text not in named and text.strip()]
    common = dict.fromkeys(checks, general[-1]) if general else {}
    return common | {check: reason for check, reason in own.items() if reason}
