"""Which indicator has a figure in which year, and how good its source is."""

from __future__ import annotations

from typing import Any

from indicators.figures import theme
from indicators.figures.frame import Figure, blank, key_lines, layout
from indicators.figures.lettering import broken, hover
from indicators.rows.drawing import year_ticks
from indicators.rows.shapes import Coverage
from indicators.typesetting import wrapped

ROW = 22
"""px of a row's height; two thirds more where a name needs two lines."""
NAME_COLUMNS = 10
"""Full-width characters a line of an indicator's name holds."""
EMPTY = "·"
"""Written where no figure is; the letter of the grade stands everywhere else."""


def figure(rows: Coverage) -> Figure:
    """The matrix, as high as it has indicators."""
    plot = max(len(rows.indicators), 1) * _row(rows)
    key = _key(rows)
    framed = layout(plot, key=key, top=20, bottom=12, right=8)
    if not rows.indicators or not rows.years:
        return blank(framed)
    return {"data": traces(rows), "layout": framed | {"xaxis": _years(rows), "yaxis": _names(rows)}}


def traces(rows: Coverage) -> list[dict[str, Any]]:
    """One layer a grade, so that letter and fill are chosen together and always readable."""
    found = {grade for line in rows.grade for grade in line}
    return [_layer(rows, grade) for grade in (*(word for word, _ in rows.grade_words), "") if grade in found]


def _layer(rows: Coverage, grade: str) -> dict[str, Any]:
    style = theme.grade_style(grade)
    mine = [[1 if one == grade else None for one in line] for line in rows.grade]
    return {
        "type": "heatmap",
        "name": hover(grade or EMPTY),
        "x": list(rows.years),
        "y": [-index for index in range(len(rows.indicators))],
        "z": mine,
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, style.fill], [1, style.fill]],
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "text": [[hover(grade or EMPTY) if one else "" for one in line] for line in mine],
        "texttemplate": "%{text}",
        "textfont": {"size": theme.TINY, "color": style.text},
        "hovertext": [[hover(one) for one in line] for line in rows.hover],
        "hoverinfo": "text",
        "hoverongaps": False,
    }


def _row(rows: Coverage) -> int:
    two_lines = any(len(wrapped(name, NAME_COLUMNS)) > 1 for name in rows.indicators)
    return round(ROW * 5 / 3) if two_lines else ROW


def _years(rows: Coverage) -> dict[str, Any]:
    ticks = year_ticks(rows.years[0], rows.years[-1])
    return {
        "range": [rows.years[0] - 0.5, rows.years[-1] + 0.5],
        "tickvals": ticks,
        "ticktext": [str(year) for year in ticks],
        "side": "top",
        "tickangle": 0,
    }


def _names(rows: Coverage) -> dict[str, Any]:
    return {
        "range": [-len(rows.indicators) + 0.5, 0.5],
        "tickvals": [-index for index in range(len(rows.indicators))],
        "ticktext": [broken(name, NAME_COLUMNS, 2) for name in rows.indicators],
        "automargin": True,
        "tickfont": {"size": theme.SMALL, "color": theme.INK},
    }


def _key(rows: Coverage) -> list[str]:
    grades = [("■", theme.grade_style(grade).fill, f"{grade} {word}") for grade, word in rows.grade_words]
    return key_lines(grades)
