"""The sheets on what the verdicts rest on: ladder, figures, sources, definitions."""

from __future__ import annotations

from indicators.report.workbook import charts, sheets
from indicators.report.workbook.content import Content
from indicators.rows import departments, methods, practice
from indicators.rows.origins import figures, origins
from indicators.rows.record import column
from indicators.units import number


def ladder(content: Content) -> None:
    """How far each target has come on the way from base to target, as numbers and as a chart."""
    read, sheet = content.read, content.sheet("ladder")
    day = content.material.as_of.isoformat()
    drawn = departments.ladder(
        read, read.say("section.ladder"), departments.led_by(content.led, None), [], day
    )
    told = [
        {
            column(read, "name"): f"{one.number} {one.name}",
            drawn.latest_word: number(one.latest, 1),
            drawn.expected_word: number(one.expected, 1),
            drawn.projected_word: number(one.projected, 1),
            read.say("workbook.verdict"): one.verdict_label,
        }
        for one in drawn.rungs
        if any(way is not None for way in (one.latest, one.expected, one.projected))
    ]
    sheets.title(sheet, [drawn.title, *content.marks(), drawn.subtitle])
    head = sheets.table(sheet, told, [drawn.latest_word, drawn.expected_word, drawn.projected_word])
    sheets.finish(sheet, head, content.footer, filtered=False)
    if told:
        sheet.add_chart(
            charts.ladder(sheet, head, head + len(told), drawn.title, drawn.axis_word), f"G{head}"
        )


def observations(content: Content) -> None:
    """Every figure known on the day: as printed, as a number, what became of it, where it is from."""
    read, material, sheet = content.read, content.material, content.sheet("observations")
    known = material.observations[: sheets.MOST_ROWS]
    rows = [
        practice.columns(read) | row | {column(read, "value"): ""}
        for row in figures(read, material.book, known)
    ]
    head = sheets.table(sheet, rows, [column(read, "year")])
    at = list(rows[0]).index(column(read, "value")) + 1 if rows else 1
    for row_number, one in enumerate(known, start=head + 1):
        sheet.cell(row_number, at).value = one.value
    left = len(material.observations) - len(known)
    if left:
        sheets.put(sheet.cell(sheet.max_row + 1, 1), read.say("workbook.cut", count=left))
    sheets.finish(sheet, head, content.footer)


def sources(content: Content) -> None:
    """Where the figures come from."""
    read, sheet = content.read, content.sheet("sources")
    told = [practice.columns(read) | row for row in origins(read, content.material.observations)]
    head = sheets.table(sheet, told, [column(read, "figures")])
    sheets.finish(sheet, head, content.footer)


def definitions(content: Content) -> None:
    """What the indicators measure, what verdicts, flags and grades mean, how wide 左右 is."""
    read, sheet = content.read, content.sheet("definitions")
    asked = {one.target.indicator for one in content.led}
    known = [one for code, one in read.plan.indicators.items() if code in asked]
    told = [
        practice.columns(read)
        | {
            column(read, "indicator"): read.pick(one.name, one.name_en),
            column(read, "unit"): read.pick(one.unit, one.unit_en),
            read.say("section.definition"): read.pick(one.definition, one.definition_en),
        }
        for one in known
    ]
    meanings = [
        {column(read, "verdict"): one.word, column(read, "note"): one.meaning}
        for one in methods.verdicts(read)
    ]
    head = sheets.table(sheet, told)
    for rows in (meanings, methods.tolerances(read), methods.flags(read), methods.grades(read)):
        sheets.table(sheet, rows)
    sheets.finish(sheet, head, content.footer, filtered=False)
