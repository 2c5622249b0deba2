"""What the package says of itself."""

from __future__ import annotations

from indicators.report.package import tables
from indicators.report.package.readme import about, readme, title
from tests.indicators.report.package.packages import material, practised


def test_the_title_names_plan_and_day_and_invented_figures_first():
    assert title(material()) == "规划：目标、数据与评判（截至2026-06-30）"
    assert title(practised()).startswith("演练数据 ")


def test_it_says_what_is_in_it_and_how_it_is_read():
    told = "".join(about(material()))
    for word in ("1项目标", "5条数据", "snapshot1", "UTF-8", "不是零"):
        assert word in told
    assert "演练" in about(practised())[0]


def test_every_table_is_listed_with_its_rows():
    known = material()
    text = readme(known, tables(known))
    assert all(table.path in text for table in tables(known))
    assert "5行" in text
