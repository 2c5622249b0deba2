"""The data package as a whole: valid for the standard's own validator, the same bytes, whole at any size."""

from __future__ import annotations

import pytest

from indicators.report.package import data_package
from tests.indicators.report.made import real
from tests.indicators.report.package.packages import (
    changed,
    described,
    faults,
    files,
    many,
    material,
    practised,
    table,
)


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
