"""Stated against observed chance, from the benchmark: what the reliability diagram draws."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.rows.benchmark import OURS, name, result
from indicators.units import rounded
from indicators.words import say

DRAWN = (OURS, "drift", "growth_residuals", "auto_ets")
"""Contestants of the reliability diagram: ours, the strongest simple one, the usual rule, a package's."""


@dataclass(frozen=True)
class Dot:
    """Events with about one stated chance: both in percent, how many, and what to show on hover."""

    stated: float
    observed: float
    count: int
    hover: str


@dataclass(frozen=True)
class Reliability:
    """Stated against observed chance, a line a contestant: pairs of name and dots, ours first."""

    lines: tuple[tuple[str, tuple[Dot, ...]], ...]
    stated_word: str
    observed_word: str
    perfect_word: str


def diagram(lang: str) -> Reliability:
    """Stated against observed chance of DRAWN."""
    bins = result()["reliability"]
    lines = [(name(lang, one), tuple(_dot(lang, one, *part) for part in bins[one])) for one in DRAWN]
    words = [say(lang, f"benchmark.{word}") for word in ("stated", "observed", "perfect")]
    return Reliability(tuple(lines), *words)


def _dot(lang: str, contestant: str, stated: float, observed: float, count: int) -> Dot:
    said = {"stated": f"{rounded(100 * stated, 0):.0f}", "observed": f"{rounded(100 * observed, 0):.0f}"}
    hover = say(lang, "benchmark.hover", name=name(lang, contestant), count=f"{count:,}", **said)
    return Dot(100 * stated, 100 * observed, count, hover)
