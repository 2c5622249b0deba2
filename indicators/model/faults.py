"""What is wrong with an input, and what a check has to say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One thing wrong with an input: where, what was found, what is allowed."""

    file: str
    row: int | None
    column: str
    found: str
    allowed: str


@dataclass(frozen=True)
class Finding:
    """Something a check has to say about the data; level is error, warning or note."""

    check: str
    level: str
    where: str
    found: str
    allowed: str
