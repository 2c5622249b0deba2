"""Where every figure comes from: sources, conflicts, breaks, coverage, and what nobody has published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from indicators.areas import series_for
from indicators.model import Assessment, Kind, Observation, Plan
from indicators.rows.reading import Reading
from indicators.rows.record import column
from indicators.rows.shapes import Coverage
from indicators.rows.vintages import figure_row, uses
from indicators.series import GRADES, LINKS, Book, in_use, key
from indicators.units import MISSING, number, show

FIRST_YEAR = 2010
"""Earlier years hold hardly any figures; they are in the table of all figures."""


def figures(read: Reading, book: Book, observations: Iterable[Observation]) -> list[dict[str, str]]:
    """Every figure known on a day, with what became of it."""
    known = tuple(observations)
    return [figure_row(read, one, state) for one, state in zip(known, uses(book, known), strict=True)]


def conflicts(read: Reading, book: Book) -> list[dict[str, str]]:
    """Pairs of figures for the same year that differ beyond rounding: the one in use and the other."""
    rows = []
    for series in book.series.values():
        used = in_use(series)
        rows += [_conflict(read, used[key(rival)], rival) for rival in series.rivals]
    return sorted(rows, key=lambda row: tuple(row.values())[:3])


def breaks(read: Reading, book: Book) -> list[dict[str, str]]:
    """Where series may not be joined, and why."""
    return [
        {
            column(read, "indicator"): read.indicator(one.indicator),
            column(read, "area"): read.say("control.everything") if one.area == "*" else read.area(one.area),
            column(read, "break_year"): str(one.year),
            column(read, "note"): read.pick(one.note, one.note_en),
        }
        for one in book.breaks
    ]


def origins(read: Reading, observations: Sequence[Observation]) -> list[dict[str, str]]:
    """Every source with its address and how many figures it gave, the largest first."""
    count = Counter(one.source for one in observations)
    grades = _grades(observations)
    return [
        {
            column(read, "title"): read.sources[code].title if code in read.sources else code,
            column(read, "grade"): "".join(sorted(grades[code])),
            column(read, "figures"): str(number),
            column(read, "url"): read.sources[code].url if code in read.sources else "",
        }
        for code, number in count.most_common()
    ]


def coverage(read: Reading, book: Book, area: str, last_year: int, as_of: str) -> Coverage:
    """Which of the plan's indicators have a figure for an area in which year, and how good it is."""
    codes = tuple(dict.fromkeys(target.indicator for target in read.plan.targets))
    years = tuple(range(FIRST_YEAR, last_year + 1))
    found = [_by_year(book, read.plan, code, area) for code in codes]
    filled = sum(1 for row in found if row)
    return Coverage(
        title=read.say("chart.coverage_title", filled=filled, empty=len(codes) - filled),
        subtitle=read.say("chart.coverage_subtitle", area=read.area(area), as_of=as_of),
        indicators=tuple(read.indicator(code) for code in codes),
        years=years,
        grade=tuple(tuple(_best(row.get(year, ())) for year in years) for row in found),
        hover=tuple(
            tuple(_hover(read, code, year, row.get(year, ())) for year in years)
            for code, row in zip(codes, found, strict=True)
        ),
        grade_words=tuple((grade, read.say(f"grade.{grade}")) for grade in GRADES),
    )


def extent(read: Reading, view_as_of: str, assessments: Sequence[Assessment], released: str) -> str:
    """How far the data reach: as-of date, targets with data, newest publication."""
    filled = sum(1 for one in assessments if one.gap)
    return read.say(
        "overview.coverage", as_of=view_as_of, filled=filled, total=len(assessments), newest=released
    )


def newest(observations: Iterable[Observation]) -> str:
    """The day on which the newest figure became known."""
    return max((one.known_from.isoformat() for one in observations), default=MISSING)


def areas_with_figures(read: Reading, book: Book) -> tuple[str, ...]:
    """Codes of the areas with any series, in the plan's order; those the plan is judged on in any case."""
    found = {area for _, area in book.series} | {read.plan.area, read.plan.stand_in}
    return tuple(code for code in read.plan.areas if code in found)


def indicators_with_figures(read: Reading, book: Book) -> tuple[str, ...]:
    """Codes of the indicators with any series, in the catalogue's order."""
    found = {indicator for indicator, _ in book.series}
    return tuple(code for code in read.plan.indicators if code in found)


def by_area(read: Reading, book: Book, indicator: str) -> list[dict[str, str]]:
    """One indicator as a table of areas by years, the levels in use; empty where nothing is published."""
    found = {
        code: {point.year: point.value for point in series_for(book, read.plan, indicator, code).points}
        for code in read.plan.areas
    }
    years = sorted({year for values in found.values() for year in values if year >= FIRST_YEAR}, reverse=True)
    about = read.plan.indicators[indicator]
    unit, digits = read.pick(about.unit, about.unit_en), about.decimals
    return [
        {column(read, "area"): read.area(code), column(read, "unit"): unit}
        | {str(year): number(values.get(year), digits) for year in years}
        for code, values in found.items()
        if any(year >= FIRST_YEAR for year in values)
    ]


def _by_year(book: Book, plan: Plan, indicator: str, area: str) -> dict[int, list[Observation]]:
    """Usable figures by year: levels (also computed ones) and growth rates."""
    series = series_for(book, plan, indicator, area)
    found: dict[int, list[Observation]] = {point.year: list(point.evidence) for point in series.points}
    for one in series.links:
        found.setdefault(one.year, []).append(one)
    return found


def _hover(read: Reading, code: str, year: int, ones: Sequence[Observation]) -> str:
    text = read.say("chart.coverage_hover", indicator=read.indicator(code), year=year, count=len(ones))
    return "<br>".join([text, *(read.source(one) for one in dict.fromkeys(ones))])


def _best(ones: Sequence[Observation]) -> str:
    return min((one.grade for one in ones), default="")


def _grades(observations: Iterable[Observation]) -> Mapping[str, set[str]]:
    grades: dict[str, set[str]] = {}
    for one in observations:
        grades.setdefault(one.source, set()).add(one.grade)
    return grades


def _conflict(read: Reading, chosen: Observation, rival: Observation) -> dict[str, str]:
    words = {
        "indicator": read.indicator(rival.indicator),
        "area": read.area(rival.area),
        "year": str(rival.year),
        "measure": read.say(f"measure.{rival.measure}"),
        "found": read.cited(chosen),
        "other": read.cited(rival),
        "difference": _difference(read, chosen, rival),
    }
    return {column(read, name): text for name, text in words.items()}


def _difference(read: Reading, chosen: Observation, rival: Observation) -> str:
    """In points between percentages, in % between amounts."""
    share = read.plan.indicators[rival.indicator].kind is Kind.SHARE
    if share or rival.measure in LINKS:
        return show(rival.value - chosen.value, read.say("unit.points"), 2, signed=True)
    relative = 100 * (rival.value / chosen.value - 1) if chosen.value else None
    return show(relative, "%", 2, signed=True)
