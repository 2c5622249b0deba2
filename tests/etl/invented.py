"""Invented figures for the tests of the load, as small tables; every test states only what it is about."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from etl.gather import Content, gather
from etl.harmonise import COLUMNS, Harmoniser
from indicators.model import Fault, Observation
from indicators.tables import Cells

ROOT = Path(__file__).parents[2]
PLAN = "zunyi-metro-2025"
USUAL = {
    "indicator": "gdp",
    "area": "遵义市",
    "year": "2020",
    "measure": "level",
    "value": "100",
    "unit": "亿元",
    "status": "published",
    "published": "2021-03-01",
    "source": "bulletin",
    "grade": "A",
}
"""What a row holds in the columns that a table leaves out."""
SOURCES = "code,title,url\nbulletin,统计公报,https://example.org/bulletin\nyearbook,统计年鉴,\n"
BREAKS = (
    "indicator,area,year,reason,note,note_en\n"
    "resident_population,*,2020,census_2020,普查后口径,After the census\n"
)
GDP = """
    year  value
    2019  3483.32
    2020  3720.05
"""


def rows(table: str) -> list[dict[str, str]]:
    """An aligned table of some columns (`-` is blank) → whole rows."""
    headings, *lines = [line.split() for line in table.strip().splitlines()]
    blank = dict.fromkeys(COLUMNS.split(), "") | USUAL
    return [
        blank | {heading: "" if cell == "-" else cell for heading, cell in zip(headings, line, strict=True)}
        for line in lines
    ]


def raw(table: str) -> str:
    """An aligned table → the text of a raw file."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS.split(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows(table))
    return text.getvalue()


def data(folder: Path, sources: str = SOURCES, breaks: str = BREAKS, **tables: str) -> Path:
    """A data folder with the real indicators and the city's plan; each other keyword is a raw file."""
    (folder / "raw").mkdir(parents=True)
    (folder / "plans").mkdir()
    (folder / "indicators.csv").symlink_to(ROOT / "data" / "indicators.csv")
    (folder / "plans" / PLAN).symlink_to(ROOT / "data" / "plans" / PLAN)
    files = {"sources": sources, "breaks": breaks, **{name: raw(table) for name, table in tables.items()}}
    for name, text in files.items():
        (folder / "raw" / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def harmonised(content: Content, table: str) -> tuple[list[Observation], list[Fault]]:
    """The rows of an aligned table as observations, and what is not understood."""
    faults: list[Fault] = []
    areas = content.plans[0].areas
    harmoniser = Harmoniser(content.plans[0].indicators, areas, ["bulletin", "yearbook"], faults)
    found = [
        harmoniser.observation(Cells("figures.csv", number, row, faults), "load")
        for number, row in enumerate(rows(table), start=2)
    ]
    return [one for one in found if one], faults


def figures(content: Content, table: str) -> list[Observation]:
    """The rows of an aligned table as observations; all of them are understood."""
    found, faults = harmonised(content, table)
    assert not faults
    return found


def invented(folder: Path, table: str = GDP) -> Content:
    """All that goes into a snapshot of a few figures."""
    return gather(data(folder, figures=table))
