"""Reasons given for warnings: one for all, or one for those of a check."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.model import Confirmation, Remark


def confirmations(warnings: Sequence[Remark], given: Sequence[str]) -> tuple[Confirmation, ...]:
    """Each warning with its reason. `given` are reasons (`recounted after the census`), or reasons for a
    check (`revision=recounted after the census`); raises KeyError where a warning has none."""
    reasons = _by_check(warnings, given)
    return tuple(Confirmation(one, reasons[one.check]) for one in warnings)


def unconfirmed(warnings: Sequence[Remark], given: Sequence[str]) -> list[str]:
    """The checks whose warnings have no reason, in their order."""
    reasons = _by_check(warnings, given)
    return [check for check in dict.fromkeys(one.check for one in warnings) if check not in reasons]


def _by_check(warnings: Sequence[Remark], given: Sequence[str]) -> dict[str, str]:
    """Reason by check; what begins with no check of the warnings is a reason for all others."""
    checks = {one.check for one in warnings}
    parted = [(text, *text.split("=", 1)) for text in given if "=" in text]
    own = {check.strip(): reason.strip() for _, check, reason in parted if check.strip() in checks}
    named = {text for text, check, _ in parted if check.strip() in checks}
    general = [text.strip() for text in given if text not in named and text.strip()]
    common = dict.fromkeys(checks, general[-1]) if general else {}
    return common | {check: reason for check, reason in own.items() if reason}
