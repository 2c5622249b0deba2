"""Which signs a workbook may hold."""

from __future__ import annotations

import re

FORBIDDEN = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f\\ud800-\\udfff\\ufffe\\uffff]")
"""What no XML may hold, or no spreadsheet shows."""


def allowed(said: str) -> str:
    """The text with a space for every sign that is not allowed; line ends and tabs are."""
    return FORBIDDEN.sub(" ", said)
