"""The data folder as a whole: what goes in, and every fault of it."""

from __future__ import annotations

import hashlib
import shutil
from datetime import date

import pytest
import yaml

from etl.gather import gather
from indicators.errors import InputRefused
from indicators.model import Break, Measure, Source, Status
from indicators.series import key
from tests.etl.invented import BREAKS, GDP, PLAN, ROOT, SOURCES, data, invented, raw

FAULTS = sorted((ROOT / "tests" / "etl" / "faults").iterdir())


def refused(folder):
    """All faults for which a data folder is refused."""
    with pytest.raises(InputRefused) as refusal:
        gather(folder)
    return [(one.file, one.row, one.column, one.found, one.allowed) for one in refusal.value.faults]


def fits(said, expected):
    """Whether a text is as expected; `…` at the end leaves the rest open."""
    return said.startswith(expected.removesuffix("…")) if str(expected).endswith("…") else said == expected


@pytest.mark.parametrize("fault", FAULTS, ids=lambda path: path.name)
def test_a_bad_input_is_refused_with_its_one_fault(fault, tmp_path):
    """A good folder, one file of it replaced by the bad one; expect.yml says what is reported."""
    folder = data(tmp_path / "data", figures=GDP)
    for path in fault.glob("*.csv"):
        shutil.copy(path, folder / "raw")
    expected = yaml.safe_load((fault / "expect.yml").read_text(encoding="utf-8"))
    (reported,) = refused(folder)
    found = dict(zip(("file", "row", "column", "found", "allowed"), reported, strict=True))
    assert {key for key, value in found.items() if not fits(value, expected[key])} == set(), found


def test_faults_of_all_raw_files_come_together(tmp_path):
    folder = data(
        tmp_path / "data",
        sources=SOURCES + "bulletin,,\n",
        breaks=BREAKS.replace("2020,", "二〇二〇,"),
        january="area\n遵义",
        february="area grade\n遵义市 E",
    )
    assert [one[:3] for one in refused(folder)] == [
        ("sources.csv", 4, "title"),
        ("sources.csv", 4, "code"),
        ("breaks.csv", 2, "year"),
        ("february.csv", 2, "grade"),
        ("january.csv", 2, "area"),
    ]


def test_faults_of_all_plans_come_together_and_say_which_plan(tmp_path):
    folder = data(tmp_path / "data", figures=GDP)
    shutil.rmtree(folder / "plans")
    for plan in ("first", "second"):
        shutil.copytree(ROOT / "data" / "plans" / "zunyi-metro-2025", folder / "plans" / plan)
        head = folder / "plans" / plan / "plan.csv"
        head.write_text(head.read_text(encoding="utf-8").replace(",2020,", ",2026,"), encoding="utf-8")
    assert [one[:4] for one in refused(folder)] == [
        (f"{plan}/plan.csv", 2, "target_year", "2025") for plan in ("first", "second")
    ]


def test_an_official_verdict_names_a_source_that_is_known(tmp_path):
    folder = data(tmp_path / "data", figures=GDP)
    shutil.rmtree(folder / "plans")
    plan = shutil.copytree(
        ROOT / "data" / "plans" / "zunyi-metro-2025", folder / "plans" / "zunyi-metro-2025"
    )
    heading = "target,date,verdict,verdict_en,class,source,grade,quote"
    said = "1,2023-12-26,滞后,lagging,behind,{source},C,较慢"
    table = "\n".join([heading, said.format(source="bulletin"), said.format(source="bulletins")])
    (plan / "verdicts.csv").write_text(table, encoding="utf-8")
    assert refused(folder) == [(f"{PLAN}/verdicts.csv", 3, "source", "bulletins", "a code of sources.csv")]


def test_a_copy_of_a_file_is_refused_before_it_counts_twice(tmp_path):
    folder = data(tmp_path / "data", figures=GDP)
    shutil.copy(folder / "raw" / "figures.csv", folder / "raw" / "figures - 副本.csv")
    assert refused(folder) == [("figures.csv", None, "", "the same as figures - 副本.csv", "each file once")]


def test_a_folder_without_any_plan_is_refused(tmp_path):
    folder = data(tmp_path / "data", figures=GDP)
    shutil.rmtree(folder / "plans")
    (folder / "plans").mkdir()
    (folder / "plans" / ".DS_Store").touch()
    assert [one[0] for one in refused(folder)] == ["plans"]


def test_each_figure_knows_the_file_it_came_in(tmp_path):
    folder = data(tmp_path / "data", first="year\n2019", second="year\n2020\n2021")
    content = gather(folder)
    digests = {
        name: hashlib.sha256((folder / "raw" / name).read_bytes()).hexdigest()
        for name in ("first.csv", "second.csv")
    }
    assert [(one.file, one.sha256, one.rows) for one in content.loads] == [
        ("first.csv", digests["first.csv"], 1),
        ("second.csv", digests["second.csv"], 2),
    ]
    assert [(one.year, one.load) for one in content.observations] == [
        (2019, digests["first.csv"][:12]),
        (2020, digests["second.csv"][:12]),
        (2021, digests["second.csv"][:12]),
    ]


def test_sources_and_breaks_come_along_and_are_no_figures(tmp_path):
    content = invented(tmp_path / "data")
    assert content.sources == (
        Source("bulletin", "统计公报", "https://example.org/bulletin"),
        Source("yearbook", "统计年鉴", ""),
    )
    (only,) = content.breaks
    assert only == Break("resident_population", "*", 2020, "census_2020", "普查后口径", "After the census")
    assert [one.file for one in content.loads] == ["figures.csv"]
    assert content.book.breaks == (only,)


def test_a_stray_file_among_the_plans_is_no_plan(tmp_path):
    folder = data(tmp_path / "data", figures=GDP)
    shutil.rmtree(folder / "plans")
    shutil.copytree(ROOT / "data" / "plans" / "zunyi-metro-2025", folder / "plans" / "zunyi-metro-2025")
    (folder / "plans" / ".DS_Store").touch()
    assert [one.code for one in gather(folder).plans] == ["zunyi-metro-2025"]


def test_a_plan_is_named_as_its_folder(tmp_path):
    folder = data(tmp_path / "data", figures=GDP)
    shutil.rmtree(folder / "plans")
    shutil.copytree(ROOT / "data" / "plans" / "zunyi-metro-2025", folder / "plans" / "copied")
    assert refused(folder) == [("copied/plan.csv", 2, "code", "zunyi-metro-2025", "copied, as its folder")]


def test_a_missing_folder_is_an_error_of_the_system(tmp_path):
    folder = data(tmp_path / "data", figures=GDP)
    shutil.rmtree(folder / "plans")
    with pytest.raises(FileNotFoundError):
        gather(folder)


def test_a_mark_for_excel_in_front_of_a_file_changes_nothing(tmp_path):
    folder = data(tmp_path / "data", figures=GDP)
    plain = gather(folder).observations
    (folder / "raw" / "figures.csv").write_text("\ufeff" + raw(GDP), encoding="utf-8")
    marked = gather(folder).observations
    assert [one.value for one in marked] == [one.value for one in plain] == [3483.32, 3720.05]


class TestTheRealData:
    """What data/ holds, and that nothing in it is taken for more than it is."""

    def test_835_figures_with_source_grade_and_day(self, content):
        known = {one.code for one in content.sources}
        verdicts = (one for plan in content.plans for one in plan.verdicts)
        assert len(content.observations) == 835
        assert {one.source for one in (*content.observations, *verdicts)} == known
        assert {one.grade for one in content.observations} == {"A", "B", "C"}
        assert max(one.known_from for one in content.observations) < date(2027, 1, 1)

    def test_every_figure_is_of_one_plan(self, content):
        count = {
            plan.code: sum(1 for one in content.observations if one.area in plan.areas)
            for plan in content.plans
        }
        assert count == {"zunyi-metro-2025": 650, "china-14fyp": 185}

    def test_thirty_and_twenty_targets_in_the_plans_own_order(self, content):
        numbers = {plan.code: [one.number for one in plan.targets] for plan in content.plans}
        assert list(numbers.items()) == [
            ("zunyi-metro-2025", list(range(1, 31))),
            ("china-14fyp", list(range(1, 21))),
        ]

    def test_what_is_no_observation_stays_aside(self, content):
        aside = [one for series in content.book.series.values() for one in series.aside]
        kinds = {"part_year": 0, "part_scope": 0, Status.LOWER_BOUND: 0, Status.EXPECTED: 0}
        kinds |= {Measure.WORK_TARGET: 0, Measure.CUMULATIVE: 0}
        for one in aside:
            for kind in {*one.flags, one.status, one.measure} & set(kinds):
                kinds[kind] += 1
        assert kinds == {
            "part_year": 14,
            "part_scope": 2,
            Status.LOWER_BOUND: 15,
            Status.EXPECTED: 1,
            Measure.WORK_TARGET: 18,
            Measure.CUMULATIVE: 3,
        }
        assert len(aside) == 50

    @pytest.mark.parametrize(
        ("indicator", "area", "before", "after"),
        [
            ("resident_population", "520300", 2019, 2020),
            ("urbanization_rate", "520300", 2018, 2020),
            ("gdp", "520382", 2018, 2019),
            ("gdp", "520302", 2021, 2023),
            ("tourist_arrivals", "520300", 2018, 2021),
            ("tourism_revenue", "520300", 2018, 2021),
            ("urbanization_rate", "china", 2019, 2020),
            ("life_expectancy", "china", 2019, 2020),
            ("city_good_air_days", "china", 2022, 2023),
            ("energy_intensity_cut", "china", 2022, 2023),
            ("grain_capacity", "china", 2017, 2019),
        ],
    )
    def test_known_breaks_part_the_series(self, content, indicator, area, before, after):
        breaks = content.book.get(indicator, area).breaks
        assert [one for one in breaks if before < one.year <= after]

    @pytest.mark.parametrize(
        ("indicator", "area", "year", "values", "in_use"),
        [
            ("expressway_length", "520300", 2020, {1279, 1403}, 1403),
            ("gdp", "520300", 2020, {3720.05, 3729}, 3729),
            ("gdp", "520000", 2015, {10502.56, 10541}, 10541),
            ("digital_economy_share", "520000", 2021, {34, 35.3}, 35.3),
            ("forest_cover", "520000", 2021, {61.51, 62.12}, 62.12),
            ("urbanization_rate", "520323", 2020, {45.44, 53}, 45.44),
        ],
    )
    def test_figures_that_disagree_are_vintages_of_one_observation(
        self, content, indicator, area, year, values, in_use
    ):
        series = content.book.get(indicator, area)
        assert {one.value for one in series.vintages if key(one) == (Measure.LEVEL, None, year)} == values
        assert {point.year: point.value for point in series.points}[year] == in_use

    def test_what_nobody_publishes_has_no_figure(self, content):
        city = content.plans[0].areas
        found = {one.indicator for one in content.observations if one.area in city}
        nowhere = {"energy_intensity", "co2_intensity", "road_density", "beds_per_1000", "nursing_bed_share"}
        assert not nowhere & found
        assert not {"overnight_tourists", "surveyed_unemployment"} & found
