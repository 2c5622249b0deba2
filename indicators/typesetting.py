"""Text in pictures: measured, broken into lines, pushed apart, because drawing libraries do none of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

NUMBER = re.compile(r"[−+<>]?\d+(\.\d+)?(?![.—-]?\d)[^\d，。]{0,14}|—|")
"""A value with its unit; not a date, a period or a sentence."""
NARROW = 0.56
"""Width of a Latin letter or digit of Noto Sans SC, in full-width characters."""
TOKEN = re.compile(r"[A-Za-z][\w.'&-]*|[−+-]?\d[\w.,-]*[%‰]?|\s+|.", re.ASCII | re.DOTALL)
"""A word, a number or date, white space, or one sign."""
CLAUSE_END = set("\uff0c\uff1b\u3002\u3001\u00b7,;.")
"""Full-width and Latin comma, semicolon and full stop; the ideographic list comma; the middle dot."""
NO_LINE_START = CLAUSE_END | set("\uff1a:\uff01\uff1f\uff09\u300b\u300d\u201d\u2019\u2026!?)%‰")
NO_LINE_END = set("\uff08\u300a\u300c\u201c\u2018(")


def width(text: str) -> float:
    """Width of a text in full-width characters."""
    return sum(1.0 if unicodedata.east_asian_width(each) in "WFA" else NARROW for each in text)


def printable(text: str) -> str:
    """The text with a space for every sign that no font can draw: control characters, line ends, marks of
    direction."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def numeric(texts: Sequence[str]) -> bool:
    """Whether a column of texts holds values, which are set to the right; not where all are blank."""
    return any(texts) and all(NUMBER.fullmatch(text) for text in texts)


def wrapped(text: str, columns: float, measure: Callable[[str], float] = width) -> list[str]:
    """Lines of at most `columns` full-width characters, broken after a clause where one ends late enough.

    Words and numbers stay whole, even where one alone is wider than a line. Who knows the font may
    `measure` in px and give `columns` in px.
    """
    lines: list[str] = []
    line: list[str] = []
    for token in _tokens(text):
        if line and measure("".join(line) + token.rstrip()) > columns:
            at = _clause(line, columns, measure)
            lines.append("".join(line[:at]).strip())
            line = line[at:]
        line.append(token)
    return [each for each in [*lines, "".join(line).strip()] if each]


def apart(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Centres as near to `wanted` as possible (least squares) that keep labels from overlapping, in px.

    Order is kept: ascending, equal ones as given. Pools adjacent violators: after subtracting the
    heights stacked below each, "no overlap" means "not decreasing".
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    below, stacked = {}, 0.0
    for index in order:
        below[index] = stacked + heights[index] / 2
        stacked += heights[index]
    level = _not_decreasing([wanted[index] - below[index] for index in order])
    top = max(low, high - stacked)
    placed = {index: min(max(one, low), top) + below[index] for index, one in zip(order, level, strict=True)}
    return [placed[index] for index in range(len(wanted))]


def _not_decreasing(values: Sequence[float]) -> list[float]:
    pools: list[tuple[float, int]] = []
    for value in values:
        mean, count = value, 1
        while pools and pools[-1][0] > mean:
            other, size = pools.pop()
            mean, count = (mean * count + other * size) / (count + size), count + size
        pools.append((mean, count))
    return [mean for mean, count in pools for _ in range(count)]


def _tokens(text: str) -> list[str]:
    """Words, numbers and single signs; closing signs stay with what they close, opening ones likewise."""
    tokens: list[str] = []
    for found in TOKEN.findall(text):
        joined = tokens and (found in NO_LINE_START or tokens[-1] in NO_LINE_END)
        if joined and not tokens[-1].isspace():
            tokens[-1] += found
        else:
            tokens.append(found)
    return tokens


def _clause(line: Sequence[str], columns: float, measure: Callable[[str], float]) -> int:
    """How many tokens to keep on a full line: up to the last clause end past its first half, else all."""
    for at in range(len(line), 0, -1):
        kept = "".join(line[:at]).rstrip()
        if kept[-1:] in CLAUSE_END and measure(kept) >= columns / 2:
            return at
    return len(line)
