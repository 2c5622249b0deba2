"""The pickers of the sidebar, on a store with two plans of which one has a few figures and one none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pages.screen import cells, markup, text

ROOT = Path(__file__).parents[3]
FIRST, SECOND = "hangzhou-2030", "zunyi-metro-2025"
PAGES = (
    None,
    "pages/leader/indicator.py",
    "pages/leader/departments.py",
    "pages/reference/sources.py",
    "pages/reference/methods.py",
)
TABLES = {
    "plan": """code,name,name_en,document,url,base_year,target_year,area,stand_in,report_due,order
hangzhou-2030,杭州市规划,Hangzhou plan,杭政〔2026〕1号,,2025,2030,330100,,03-31,1
""",
    "dimensions": "code,name,name_en\nall,全部领域,All\n",
    "departments": "code,name,name_en,aliases\ntongji,市统计局,Bureau of Statistics,\n",
    "areas": """code,name,name_en,kind,gb2260,members,counted_in,aliases,note,note_en
330100,杭州市,Hangzhou,peer,330100,,,,,
""",
    "targets": """number,code,name,name_en,short,short_en,dimension,indicator,area,basis,comparator,value,\
tolerance,approximate,first,last,than,lead,joint,wording
1,urban,城镇化率,Urban share,城镇化,Urban,all,urbanization_rate,330100,level,at_least,87,,yes,,,,tongji,,左右
2,cut,单位能耗降低,Energy cut,能耗,Energy,all,energy_intensity,330100,cumulative_cut,at_least,13.5,,no,\
2026,2030,,tongji,,降低
3,jobless,失业率,Jobless,失业,Jobless,all,surveyed_unemployment,330100,level,at_most,5,,no,,,,tongji,,以内
""",
    "consistency": "code,targets,matter,matter_en,stated,stated_en,other,other_en,agrees\n",
}
FIGURES = """indicator,area,year,measure,period_start,value,unit,status,published,known_from,source,\
grade,note,flags
urbanization_rate,杭州市,2023,level,,84.2,%,published,2024-03-01,,bulletin,A,,
urbanization_rate,杭州市,2024,level,,84.6,%,published,2025-03-01,,bulletin,A,,
urbanization_rate,杭州市,2025,level,,85.1,%,published,2026-03-01,,bulletin,A,,
energy_intensity,杭州市,2025,cut,,2.9,%,published,2026-03-01,,bulletin,A,,
"""


@pytest.fixture(scope="module")
def two_plans(tmp_path_factory):
    """A store whose first plan is of another city, other years and without a stand-in."""
    folder = tmp_path_factory.mktemp("two-plans")
    for name, table in TABLES.items():
        write(folder / "plans" / FIRST / f"{name}.csv", table)
    (folder / "plans" / SECOND).symlink_to(ROOT / "data" / "plans" / SECOND)
    (folder / "indicators.csv").symlink_to(ROOT / "data" / "indicators.csv")
    write(folder / "raw" / "sources.csv", "code,title,url\nbulletin,统计公报,\n")
    write(folder / "raw" / "breaks.csv", "indicator,area,year,reason,note,note_en\n")
    write(folder / "raw" / "bulletin.csv", FIGURES)
    command = [sys.executable, "-m", "etl", "build", "--data", str(folder), "--warehouse", str(folder / "w")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "w"


@pytest.fixture
def open_one(open_page, two_plans, monkeypatch):
    """`open_page` on that store."""
    monkeypatch.setitem(os.environ, "WAREHOUSE", str(two_plans))
    return open_page


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def picker(page, key):
    (found,) = (one for one in page.sidebar.selectbox if one.key == f"control_{key}")
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("plan", [FIRST, SECOND])
def test_every_page_serves_every_plan(open_one, plan, path, lang):
    page = open_one(path, plan=plan, lang=lang)
    assert not page.warning
    assert not any(word in text(page) for word in ("None", "nan", "{"))


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_on_a_day_when_nothing_was_known(open_one, path):
    assert not open_one(path, plan=FIRST, as_of="2015-01-01").warning


def test_the_first_plan_is_shown_and_the_other_can_be_picked(open_one):
    page = open_one()
    assert list(cells(page)) == [1, 2, 3]
    assert picker(page, "plan").options == ["杭州市规划", "遵义都市圈发展规划"]
    page.sidebar.selectbox(key="control_plan").select(SECOND).run()
    assert page.query_params["plan"] == SECOND
    assert len(cells(page)) == 30


def test_another_plan_is_not_asked_for_the_areas_and_years_of_the_one_before(open_one):
    page = open_one(plan=SECOND, area="520382", judging_year=2023, lang="en")
    page.sidebar.selectbox(key="control_plan").select(FIRST).run()
    assert not page.warning
    assert page.query_params == {"lang": "en"}


def test_links_keep_the_plan(open_one):
    shown = markup(open_one(plan=SECOND))
    assert 'href="indicator?target=6&amp;plan=zunyi-metro-2025"' in shown
    assert 'href="departments?department=fagai&amp;plan=zunyi-metro-2025"' in shown


def test_a_plan_is_told_in_its_own_areas_years_and_figures(open_one):
    told = text(open_one("pages/reference/methods.py", plan=FIRST))
    assert "杭州市" in told and "2026年至2030年" in told
    assert "遵义" not in told and "口径替代”；" not in told
    assert "共4条" in text(open_one("pages/reference/sources.py", plan=FIRST))
    assert "共0条" in text(open_one("pages/reference/sources.py", plan=SECOND))


def test_a_cut_with_a_value_is_judged(open_one):
    assert "13.5%" in cells(open_one(plan=FIRST))[2]


@pytest.mark.parametrize(
    ("as_of", "year"),
    [("2018-06-30", 2017), ("2021-06-30", 2020), ("2025-01-31", 2024), ("2026-06-30", 2025)],
)
def test_the_judging_year_is_the_last_full_year_as_on_the_command_line(open_page, command_line, as_of, year):
    assert picker(open_page(as_of=as_of), "judging_year").value == str(year)
    assert {one["judging_year"] for one in command_line("--as-of", as_of)} == {year}
