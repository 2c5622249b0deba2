"""The result in the READMEs, between two comments, from the same rows as the page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from indicators.rows.benchmark import paragraphs, scores

ROOT = Path(__file__).parents[2]
READMES = {"en": "README.md", "zh": "README.zh-CN.md"}
BEGIN, END = "<!-- benchmark: written by make bench -->", "<!-- end of benchmark -->"


def section(lang: str) -> str:
    """The text between the comments."""
    return "\n\n".join([*paragraphs(lang), markdown(scores(lang))])


def markdown(rows: Sequence[dict[str, str]]) -> str:
    """Rows as a table, numbers to the right."""
    columns = list(rows[0])
    lines = [columns, ["---", *["--:"] * (len(columns) - 1)], *(list(row.values()) for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def written(text: str) -> str:
    """What a README holds between the comments. Raises ValueError where it has none."""
    start, end = text.index(BEGIN) + len(BEGIN), text.index(END)
    return text[start:end].strip()


def update() -> None:
    """Write the section into both READMEs; everything around it stays."""
    for lang, file in READMES.items():
        text = (ROOT / file).read_text(encoding="utf-8")
        before, after = text[: text.index(BEGIN)], text[text.index(END) :]
        (ROOT / file).write_text(f"{before}{BEGIN}\n{section(lang)}\n{after}", encoding="utf-8")
