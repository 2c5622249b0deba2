"""The data package as a whole: valid for the standard's own validator, the same bytes, whole at any size."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.model import Source
from indicators.report.package import data_package
from indicators.report.packing import packed
from indicators.rows.export import FORMULA, PLAIN
from tests.indicators.report.made import real
from tests.indicators.report.package.packages import (
    LEVELS,
    changed,
    described,
    faults,
    files,
    many,
    material,
    practised,
    table,
)
from tests.indicators.rows.invented import in_chinese
from tests.indicators.worked import levels


@pytest.fixture(params=["zh", "en"])
def read_lang(request):
    return request.param


@pytest.mark.parametrize(("lang", "plan"), [("zh", "zunyi-metro-2025"), ("en", "china-14fyp")])
def test_a_real_plan_is_valid(warehouse, tmp_path, lang, plan):
    package = data_package(real(warehouse, lang, plan))
    assert faults(package, tmp_path) == []
    assert described(package)["language"] == lang


@pytest.mark.parametrize(
    "known",
    [lambda: material([]), lambda: material(known=many(200)), practised],
    ids=["no figures", "200 targets", "practice"],
)
def test_any_size_is_valid(tmp_path, known):
    assert faults(data_package(known()), tmp_path) == []


def broken(column, value):
    return lambda rows: rows[0].update({column: value})


@pytest.mark.parametrize(
    ("name", "change", "fault"),
    [
        ("assessments", broken("chance", "0.99"), "constraint-error"),
        ("assessments", broken("verdict", "perhaps"), "constraint-error"),
        ("assessments", broken("latest_value", "viel"), "type-error"),
        ("targets", broken("lead", "nobody"), "foreign-key"),
        ("targets", broken("number", ""), "constraint-error"),
        ("observations", broken("source", "nowhere"), "foreign-key"),
        ("observations", lambda rows: rows.append(dict(rows[0])), "primary-key"),
    ],
)
def test_a_broken_value_is_found(tmp_path, name, change, fault):
    assert fault in faults(changed(data_package(material()), name, change), tmp_path)


def test_the_same_material_gives_the_same_bytes():
    assert data_package(material()) == data_package(material())


def test_it_holds_a_readme_in_the_readers_language():
    assert "数据版本 snapshot1" in files(data_package(material()))["README.md"].decode()
    assert "snapshot1" in files(data_package(material(lang="en")))["README.md"].decode()


def test_invented_figures_say_so_in_package_and_rows():
    package = data_package(practised())
    assert described(package)["practice"] is True
    assert described(package)["title"].startswith("演练数据")
    for name in ("observations", "assessments"):
        assert all("演练" in " ".join(row.values()) for row in table(package, name))


def test_no_licence_is_invented():
    assert not {"licenses", "contributors"} & set(described(data_package(material())))


def test_a_file_changed_afterwards_is_told_by_size_and_hash(tmp_path):
    package = files(data_package(material()))
    package["data/targets.csv"] = package["data/targets.csv"].replace(b"level,70", b"level,71")
    assert "hash-count" in faults(packed(package), tmp_path)


@pytest.mark.parametrize(
    "text", ["=1+1", "＝1+1", "-2+3", "@SUM(A1)", "\t=1", "\r\n=1", '"', "a\nb", "# h", "\x00"]
)
def test_hostile_text_stays_text_and_the_package_valid(tmp_path, text):
    """In every free text of a figure and its source, the source's code too, to which figures are linked."""
    source = {text: Source(text, text, f"javascript:{text}")}
    hostile = material(levels(LEVELS, source=text, note=text, published=text, found=text), sources=source)
    package = data_package(hostile)
    assert faults(package, tmp_path) == []
    cells = [cell for row in table(package, "observations") for cell in row.values()]
    assert [cell for cell in cells if FORMULA.match(cell) and not PLAIN.fullmatch(cell)] == []
    assert "path" not in described(package)["sources"][0]


def test_a_plans_name_makes_no_heading_of_its_own():
    plan = replace(many(1), name="规划\n# 标题")
    told = files(data_package(material(known=plan)))["README.md"].decode()
    assert [line for line in told.splitlines() if line.startswith("# ")] == [told.splitlines()[0]]


def test_numbers_have_a_point_and_no_exponent_whatever_their_size(tmp_path):
    package = data_package(material(levels({2020: 1e-7, 2021: 2.5e22, 2022: -0.000001})))
    assert faults(package, tmp_path) == []
    values = [row["value"] for row in table(package, "observations")]
    assert values == ["0", "25000000000000000000000", "-0.000001"]


def test_every_column_says_what_it_is(read_lang):
    package = data_package(material(lang=read_lang))
    fields = [field for one in described(package)["resources"] for field in one["schema"]["fields"]]
    assert all(field["description"] for field in fields)
    assert (in_chinese([field["description"] for field in fields]) == []) is (read_lang == "en")
