from __future__ import annotations

from tests.etl.examine.uploads import found, told, upload, values


def test_one_figure_with_two_numbers_blocks_and_neither_counts():
    done = upload("value\n5000\n5001\n5002")
    assert found(done) == ["duplicate_differs 3", "duplicate_differs 4"]
    assert (told(done.remarks[0])["line"], told(done.remarks[0])["other"]) == ("2", "5000")
    assert (done.blocked, values(done)) == (True, [])


def test_the_same_number_twice_is_a_warning_and_counts_once():
    done = upload("unit value\n亿元 5000\n亿元 5000.0\n万元 50000000")
    assert found(done) == ["duplicate_same 3", "duplicate_same 4"]
    assert (done.blocked, done.rows_ready, done.new) == (False, 1, 1)


def test_names_and_spellings_of_one_indicator_are_one_figure():
    assert found(upload("indicator area\nGDP 遵义市\n地区生产总值 520300")) == ["duplicate_same 3"]


def test_another_year_area_or_kind_is_another_figure():
    rows = (
        "遵义市 2024 ~ 亿元 5000",
        "遵义市 2023 ~ 亿元 4700",
        "红花岗区 2024 ~ 亿元 700",
        "遵义市 2024 增速 % 6",
    )
    table = "\n".join(("area year measure unit value", *rows))
    assert found(upload(table)) == []


def test_a_bound_is_no_twin_of_an_observation():
    done = upload("indicator unit value\n基本养老保险参保率 % 95以上\n基本养老保险参保率 % 95.3")
    assert (found(done), done.rows_ready) == ([], 2)
    assert done.ready["status"].to_pylist() == ["lower_bound", "published"]
