"""What a heading says of its column: whose figures, of what year, in which measure and unit."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, fields, replace

from etl.lexicon import Lexicon, normalise
from etl.readers.vocabulary import BACK, LEVELS, ROLES, STATUSES, Role, is_unit
from etl.vocabulary import RATES

YEAR_FIRST = re.compile(r"((?:19|20)\d\d)(?:\.0)?\s*(?:年度|年)?(?![\d])\s*(.*)")
YEAR_LAST = re.compile(r"(.*?\D)\s*((?:19|20)\d\d)\s*(?:年度|年)?")
BACK_FIRST = re.compile(f"({'|'.join(sorted(BACK, key=len, reverse=True))})(.*)")
BRACKET = re.compile(r"[(\[【]\s*(?:计量单位|单位)?\s*:?\s*([^()\[\]【】]*?)\s*[)\]】]")
UNIT_LAST = re.compile(r"(.*\S)(?:[\s,/:]+|,?\s*单位:?)([^\s,/:][^\s,:]*)|(.*[^\d\s%‰])\s*([%‰])")


ALL_MONTHS = re.compile(r"(?<![\d.-])1月?\s*[-—–~至]\s*12月份?(?:累计)?")
"""Months that are the whole year, as monthly bulletins call it."""
CHANGES = ("", "%", "‰", "倍")
"""Units a growth or a cut may have; in any other (元, 百分点) it is a difference, which nothing here is."""
LONGEST = 80
"""Characters of a heading or a name that are looked at: what is longer is prose, and slow to take apart."""


@dataclass(frozen=True)
class Heading:
    """What is known of a column; `back` counts years back from the title's, None where nothing is said."""

    text: str = ""
    role: Role | None = None
    indicator: str = ""
    area: str = ""
    year: str = ""
    back: int | None = None
    measure: str = ""
    unit: str = ""
    status: str = ""

    @property
    def label(self) -> bool:
        """Whether the column holds words about the figures of its row."""
        return self.role not in (None, Role.VALUE, Role.PART, Role.OTHER)

    @property
    def value(self) -> bool:
        """Whether the column holds figures."""
        named = self.indicator or self.area or self.year or self.measure or self.back is not None
        return self.role is Role.VALUE or (self.role is None and bool(named) and not self.difference)

    @property
    def known(self) -> bool:
        """Whether anything at all was understood."""
        return bool(self.role or self.value or self.unit or self.status)

    @property
    def difference(self) -> bool:
        """Whether the column holds changes that are no rates: 比上年增减（元）."""
        return self.rate and self.unit not in CHANGES

    @property
    def rate(self) -> bool:
        """Whether the heading names a growth or a cut."""
        return normalise(self.measure) in RATES


def plain(text: str) -> str:
    """Full width → half width, one blank between words, without the wrapping of `="text"`."""
    words = " ".join(unicodedata.normalize("NFKC", text).split())
    return words[2:-1] if words.startswith('="') and words.endswith('"') else words


def whole_years(text: str) -> str:
    """2024年1-12月 is all of 2024."""
    return ALL_MONTHS.sub("全年", text)


def heading(text: str, lexicon: Lexicon) -> Heading:
    """A heading's cell; one that says nothing known has its text only."""
    words = whole_years(plain(text))[: LONGEST + 1]
    found = _read(words, lexicon) if len(words) <= LONGEST else None
    return replace(found or Heading(), text=plain(text)[:LONGEST])


def joined(parts: list[Heading]) -> Heading:
    """The cells of a heading of several rows as one: each thing as the uppermost row says it."""
    whole, *others = parts
    for part in others:
        for name in (field.name for field in fields(Heading)):
            if getattr(whole, name) in ("", None):
                whole = replace(whole, **{name: getattr(part, name)})
    return replace(whole, text=" ".join(dict.fromkeys(part.text for part in parts if part.text)))


def named_indicator(text: str, lexicon: Lexicon) -> bool:
    """Whether a label is an indicator's name, a measure after it allowed: 地区生产总值增速."""
    name = normalise(text)
    stems = (name.removesuffix(rate) for rate in RATES | LEVELS)
    return name in lexicon.indicators or any(stem in lexicon.indicators for stem in stems)


def split_unit(text: str) -> tuple[str, str]:
    """`地区生产总值(亿元)`, half width, → name and unit; the unit "" where there is none."""
    if len(text) > LONGEST:
        return text, ""
    for bracket in BRACKET.finditer(text):
        if is_unit(bracket[1]):
            return (text[: bracket.start()] + text[bracket.end() :]).strip(), bracket[1]
    last = UNIT_LAST.fullmatch(text)
    if last and is_unit(last[2] or last[4]):
        return (last[1] or last[3]).strip(), last[2] or last[4]
    return text, ""


def _read(text: str, lexicon: Lexicon) -> Heading | None:
    """Whole names first, then what can be split off: unit, status, year, words like 本年."""
    if whole := _whole(text, lexicon):
        return whole
    for split in (_unit, _bracket, _year, _back, _corner):
        if found := split(text, lexicon):
            return found
    return None


def _whole(text: str, lexicon: Lexicon) -> Heading | None:
    name = normalise(text).replace("±", "") or ("±" if "±" in text else "")
    if name in ROLES:
        return Heading(role=ROLES[name])
    if name in LEVELS | RATES:
        return Heading(measure=text.replace("±", "") or text)
    if name in STATUSES:
        return Heading(status=text)
    if name in BACK:
        return Heading(back=BACK[name])
    if name in lexicon.areas:
        return Heading(area=text)
    if named_indicator(text, lexicon):
        return Heading(indicator=text)
    return Heading(unit=text) if is_unit(text) else None


def _unit(text: str, lexicon: Lexicon) -> Heading | None:
    rest, unit = split_unit(text)
    found = _read(rest, lexicon) if unit and rest else None
    return replace(found, unit=unit) if found else (Heading(unit=unit) if unit and not rest else None)


def _bracket(text: str, lexicon: Lexicon) -> Heading | None:
    bracket = BRACKET.search(text)
    if not bracket:
        return None
    inner = _whole(bracket[1], lexicon)
    outer = _read((text[: bracket.start()] + text[bracket.end() :]).strip(), lexicon)
    if not outer or not inner or not (inner.status or inner.measure or inner.unit):
        return None
    return joined([outer, inner])


def _year(text: str, lexicon: Lexicon) -> Heading | None:
    first, last = YEAR_FIRST.fullmatch(text), YEAR_LAST.fullmatch(text)
    year, rest = (first[1], first[2]) if first else (last[2], last[1]) if last else ("", "")
    if not year:
        return None
    found = _read(rest.strip(" :-"), lexicon) if rest else Heading()
    return replace(found, year=year, role=None) if found and not found.year else None


def _back(text: str, lexicon: Lexicon) -> Heading | None:
    found = BACK_FIRST.fullmatch(text)
    rest = _read(found[2].strip(), lexicon) if found and found[2].strip() else None
    return replace(rest, back=BACK[found[1]], role=None) if found and rest else None


def _corner(text: str, lexicon: Lexicon) -> Heading | None:
    """`指标\\年份` over the left column: its first word is about the column."""
    first = normalise(re.split(r"[\\/|]", text)[0])
    return Heading(role=ROLES[first]) if first in ROLES and re.search(r"[\\/|]", text) else None
