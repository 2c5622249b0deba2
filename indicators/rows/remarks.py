"""Findings of an upload as rows of text: one truth for the page, the command line and the JSON record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field

from indicators.model import Area, Department, Indicator, Plan, Remark
from indicators.series import LINKS
from indicators.units import with_unit
from indicators.words import say, table

LEFT_OUT = "left_out"
"""What a remark says that stands for the findings of its check that were too many to list."""
Named = Indicator | Area | Department


@dataclass(frozen=True)
class RemarkRow:
    """One finding as a reader sees it; `level_code` and `check_code` are what programs go by."""

    level_code: str
    check_code: str
    level: str
    check: str
    sheet: str
    row: int | None
    column: str
    found: str
    allowed: str
    help: str


@dataclass(frozen=True)
class Naming:
    """What codes are called in one language, by all plans."""

    lang: str
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)
    departments: Mapping[str, Department] = field(default_factory=dict)

    @classmethod
    def of(cls, plans: Iterable[Plan], lang: str) -> Naming:
        """The names of some plans; where two know a code, the first one's."""
        every = tuple(plans)[::-1]
        return cls(
            lang,
            {code: one for plan in every for code, one in plan.indicators.items()},
            {code: one for plan in every for code, one in plan.areas.items()},
            {code: one for plan in every for code, one in plan.departments.items()},
        )

    def said(self, remark: Remark) -> dict[str, str]:
        """What fills the places of the check's sentences: codes by their names, and the unit."""
        told = dict(remark.said)
        named = {key: self._named(key.partition("_")[0], text) for key, text in told.items()}
        return {"unit": self._unit(told)} | named

    def _named(self, kind: str, text: str) -> str:
        """Under a key that is or begins with a kind of code, the names of the codes; else the text itself."""
        known: Mapping[str, Mapping[str, Named]] = {
            "indicator": self.indicators,
            "area": self.areas,
            "department": self.departments,
        }
        codes = [code for code in text.split(";") if code]
        if kind == "measure":
            return self._joined([say(self.lang, f"measure.{code}") for code in codes])
        if kind not in known:
            return text
        if not codes:
            return say(self.lang, "finding_none_near")
        ones = [(code, known[kind].get(code)) for code in codes]
        return self._joined([self._name(one) if one else code for code, one in ones])

    def _unit(self, said: Mapping[str, str]) -> str:
        """The unit of the values that a remark tells, as it stands behind them."""
        one = self.indicators.get(said.get("indicator", ""))
        if said.get("measure") in {measure.value for measure in LINKS}:
            return "%"
        return with_unit("", one.unit_en if self.lang == "en" else one.unit) if one else ""

    def _name(self, one: Named) -> str:
        return one.name_en if self.lang == "en" and one.name_en else one.name

    def _joined(self, words: Sequence[str]) -> str:
        return ("、" if self.lang == "zh" else ", ").join(words)


def listed(naming: Naming, remarks: Iterable[Remark]) -> list[RemarkRow]:
    """The findings as rows, in their order."""
    return [_row(naming, remark) for remark in remarks]


def record(naming: Naming, remark: Remark) -> dict[str, object]:
    """A finding for programs: check and level as codes, the rest as text."""
    row = asdict(_row(naming, remark))
    keys = ("sheet", "row", "column", "found", "allowed", "help")
    return {"check": remark.check, "level": remark.level.value} | {key: row[key] for key in keys}


def check_name(lang: str, check: str) -> str:
    """What a check is called."""
    return say(lang, f"{_group(check)}.{check}.name")


def column_name(column: int | None, heading: str) -> str:
    """A column as a spreadsheet calls it, with its heading: `D 数值`; blank where none is meant."""
    return " ".join(part for part in (_letters(column or 0), heading) if part)


def _row(naming: Naming, remark: Remark) -> RemarkRow:
    said, group, check = naming.said(remark), _group(remark.check), remark.check
    many = LEFT_OUT in said
    more = say(naming.lang, "finding_more", left_out=said[LEFT_OUT]) if many else ""
    blank = say(naming.lang, "finding_blank") if remark.row is not None else ""
    return RemarkRow(
        level_code=remark.level.value,
        check_code=check,
        level=say(naming.lang, f"severity.{remark.level}"),
        check=check_name(naming.lang, check),
        sheet=remark.sheet,
        row=remark.row,
        column=column_name(remark.column, remark.heading),
        found=more or remark.found or blank,
        allowed="" if many else say(naming.lang, f"{group}.{check}.allowed", **said),
        help=say(naming.lang, "finding_more_help")
        if many
        else say(naming.lang, f"{group}.{check}.help", **said),
    )


def _group(check: str) -> str:
    """Which tree of sentences a check's words stand in: that of reading a file, or that of its figures."""
    return "file_finding" if f"file_finding.{check}.name" in table("zh") else "cell_finding"


def _letters(column: int) -> str:
    """1 → A, 27 → AA; blank for 0."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
