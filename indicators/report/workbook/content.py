"""What stands on each sheet, from the rows that the screen shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from indicators.model import Assessment
from indicators.report.material import Material
from indicators.report.workbook import charts, sheets
from indicators.rows import board, departments, practice
from indicators.rows import trajectory as rows
from indicators.rows.findings import findings
from indicators.rows.headline import track_unit
from indicators.rows.owed import owed
from indicators.rows.record import column, flat
from indicators.units import parsed

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

NUMBERS = (
    *("number", "chance", "latest", "year", "target", "projected", "shortfall", "schedule_gap"),
    *("required_pace", "actual_pace", "best_pace"),
)
"""Columns of the table of targets that are numbers."""
LINES = ("value", "path", "median", "low80", "high80")
ACROSS, DOWN = 9, 18
"""Cells from chart to chart."""


class Content:
    """The sheets of one workbook, for some lead departments or, where none is named, the whole plan."""

    def __init__(self, book: Workbook, material: Material, asked: Sequence[str]) -> None:
        self.book, self.material, self.read = book, material, material.read
        self.led = departments.chosen(material.assessments, asked)
        self.everyone = not asked
        known = {"snapshot": material.snapshot, "as_of": material.as_of.isoformat()}
        self.footer = self.read.say("workbook.footer", **known)

    def sheet(self, key: str) -> Worksheet:
        """A new sheet under its name in the reader's language."""
        return self.book.create_sheet(self.read.say(f"workbook.{key}"))

    def marks(self) -> list[str]:
        """That the figures are invented, where they are."""
        return [self.read.say("practice.invented")] if practice.invented(self.read) else []

    def summary(self) -> None:
        """The plan, the finding in sentences, counts, departments by what is at stake."""
        read, plan, sheet = self.read, self.read.plan, self.sheet("summary")
        found = findings(read, self.led, everyone=self.everyone)
        sheets.title(sheet, [read.pick(plan.name, plan.name_en), *self.about(), *found])
        words = [read.say("workbook.verdict"), read.say("workbook.count")]
        counts = board.counts(self.led)
        counted = [dict(zip(words, (read.verdict(one), str(count)), strict=True)) for one, count in counts]
        head = sheets.table(sheet, counted, words[1:])
        for row, (one, _) in enumerate(counts, start=head + 1):
            sheets.verdict(sheet.cell(row, 1), one, read.verdict(one))
        numbers = [read.say("workbook.led"), *(read.verdict(one) for one in board.ORDER)]
        sheets.table(sheet, self.standings(), numbers)
        sheets.finish(sheet, 1, self.footer, filtered=False)
        sheet.column_dimensions["A"].width = 30

    def about(self) -> list[str]:
        """Scope, years, day and data version; that figures are invented."""
        read, plan = self.read, self.read.plan
        years = {"base": plan.base_year, "target": plan.target_year}
        judged = self.material.assessments[0].judging_year
        return [*self.marks(), read.say("document.years", **years, judging=judged), self.footer]

    def standings(self) -> list[dict[str, str]]:
        """A row a lead department: how many it leads, how many of them stand how."""
        read = self.read
        return [
            {read.say("column.lead"): one.name, read.say("workbook.led"): str(one.led)}
            | {read.verdict(verdict): str(count) for verdict, count in one.counts}
            for one in board.standings(read, self.led)
        ]

    def targets(self) -> None:
        """Every target with all its numbers."""
        sheet = self.sheet("targets")
        head = self.listed(sheet, self.led)
        sheets.finish(sheet, head, self.footer)

    def gaps(self) -> None:
        """By lead department, worst first, then what is owed."""
        read, sheet = self.read, self.sheet("gaps")
        codes = departments.leads(read, self.led)
        head = self.listed(sheet, [one for code in codes for one in departments.led_by(self.led, code)])
        lacking = owed(read, self.led)
        if lacking:
            sheets.table(sheet, lacking, [column(read, "number")])
        sheets.finish(sheet, head, self.footer, filtered=False)

    def listed(self, sheet: Worksheet, assessments: Sequence[Assessment]) -> int:
        """The table of targets with coloured verdicts; gives the row of its head."""
        read = self.read
        told = [practice.columns(read) | flat(read, one, self.material.snapshot) for one in assessments]
        head = sheets.table(sheet, told, [column(read, key) for key in NUMBERS])
        at = list(told[0]).index(column(read, "verdict")) + 1 if told else 0
        for row, one in enumerate(assessments, start=head + 1):
            sheets.verdict(sheet.cell(row, at), one.verdict, read.verdict(one.verdict))
        return head

    def trajectories(self) -> None:
        """The years of every target as numbers, and a chart of each on the sheet after it."""
        read, sheet = self.read, self.sheet("trajectories")
        found = [(one, self.years(one)) for one in self.led]
        told = [row for _, own in found for row in own]
        numbers = [column(read, key) for key in ("number", "year", *LINES)] + [read.say("workbook.goal")]
        head = sheets.table(sheet, told, numbers)
        sheets.finish(sheet, head, self.footer)
        drawn, row, place = self.sheet("charts"), head + 1, 0
        names = list(told[0]) if told else []
        at = {key: names.index(column(read, key)) + 1 for key in ("year", *LINES) if told}
        at |= {"goal": len(names)}
        for one, own in found:
            if own:
                span = (int(own[0][column(read, "year")]), int(own[-1][column(read, "year")]))
                title = f"{practice.mark(read)} {one.target.number} {read.short(one.target)}".strip()
                words = (title, track_unit(read, one))
                made = charts.trajectory(sheet, at, (row, row + len(own) - 1), words, span)
                drawn.add_chart(made, f"{'AJ'[place % 2]}{1 + DOWN * (place // 2)}")
                row, place = row + len(own), place + 1
        sheets.gallery(drawn, self.footer, -(-place // 2), DOWN)

    def years(self, one: Assessment) -> list[dict[str, str]]:
        """A target's years with all columns, also those that it has nothing in."""
        read = self.read
        keys = [column(read, key) for key in LINES]
        own = rows.years(read, one)
        last = str(one.track.target_year) if one.track else ""
        known = practice.columns(read) | {column(read, "number"): str(one.target.number)}
        known |= {column(read, "name"): read.short(one.target)}
        year = column(read, "year")
        return [
            known
            | {year: row[year]}
            | {key: row.get(key, "") if parsed(row.get(key, "")) else "" for key in keys}
            | {read.say("workbook.goal"): row.get(column(read, "path"), "") if row[year] == last else ""}
            for row in own
        ]
