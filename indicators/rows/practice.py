"""The mark of invented figures (演练数据), which stands on all that is made from a practice store."""

from __future__ import annotations

from indicators.model import StoreKind, kind_of
from indicators.rows.reading import Reading
from indicators.words import say


def invented(read: Reading) -> bool:
    """Whether the figures are invented, for practice."""
    return kind_of(read.sources) is StoreKind.PRACTICE


def mark(read: Reading) -> str:
    """What every picture shows and every file's name begins with; blank for real figures."""
    return read.say("practice.mark") if invented(read) else ""


def columns(read: Reading) -> dict[str, str]:
    """What every row of a table that leaves the product says first; nothing for real figures."""
    return column(read.lang) if invented(read) else {}


def column(lang: str) -> dict[str, str]:
    """The column of a table that says of every row that it is invented."""
    return {say(lang, "practice.column"): say(lang, "practice.invented")}
