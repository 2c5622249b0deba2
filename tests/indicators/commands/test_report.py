"""`python -m indicators report`: files written whole, read back, and clear errors."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date

import pytest
from pypdf import PdfReader

from indicators.__main__ import main
from indicators.rows.headline import headline
from tests.indicators.report.made import folded, real
from tests.indicators.report.workbook.reading import opened

DAY = ("--as-of", "2026-06-30")

pytestmark = pytest.mark.usefixtures("warehouse")


@pytest.fixture
def write(tmp_path, capsys):
    """`write("a.pdf", "--brief")` → exit code, the path, standard output and error."""

    def call(name, *arguments):
        path = tmp_path / name
        code = main(["report", *DAY, "--out", str(path), *arguments])
        return code, path, *capsys.readouterr()

    return call


def text(path):
    return folded("".join(page.extract_text() for page in PdfReader(path).pages))


def test_the_whole_plan_says_of_every_target_what_the_screen_says(write, warehouse):
    code, path, out, _ = write("plan.pdf")
    assert code == 0
    assert str(path) in out and "SHA-256" in out
    known = real(warehouse)
    assert all(folded(headline(known.read, one)) in text(path) for one in known.assessments)


def test_it_tells_how_forecasts_fared(write):
    assert "布赖尔分" in text(write("a.pdf", "--department", "fagai")[1])


def test_departments_by_code_name_or_alias(write):
    _, path, *_ = write("a.pdf", "--department", "fagai", "--department", "市交通运输局")
    assert "市发展改革委、市交通运输局规划目标缺口报告" in text(path)


def test_a_brief_in_english_has_one_page(write):
    _, path, *_ = write("a.pdf", "--brief", "--lang", "en")
    assert len(PdfReader(path).pages) == 1
    assert "Gapbrief" in text(path)


def test_the_ending_says_what_is_written(write):
    assert "目标" in opened(write("a.xlsx")[1].read_bytes()).sheetnames
    assert len(json.loads(write("a.json")[1].read_text(encoding="utf-8"))) == 30
    rows = csv.DictReader(io.StringIO(write("a.csv")[1].read_text(encoding="utf-8-sig")))
    assert len(list(rows)) == 30
    with zipfile.ZipFile(write("a.zip")[1]) as package:
        assert "datapackage.json" in package.namelist()


def test_all_departments_go_into_a_zip_or_a_folder(write):
    with zipfile.ZipFile(write("all.zip", "--all", "--brief")[1]) as archive:
        names = archive.namelist()
    _, folder, *_ = write("all", "--all", "--brief")
    assert sorted(path.name for path in folder.iterdir()) == sorted(names)
    assert len(names) == 13


def test_another_area_is_judged(write):
    assert "评判地区：仁怀市" in text(write("a.pdf", "--brief", "--area", "仁怀市")[1])


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("a.doc", (), "allowed: .pdf, .xlsx, .csv, .json, .zip"),
        ("a.pdf", ("--all",), "--all writes a .zip or a folder"),
        ("a.zip", ("--all", "--department", "fagai"), "leave out --department"),
        ("a.zip", ("--department", "fagai"), "leave out --department"),
        ("a.xlsx", ("--brief",), "--brief is a PDF of one page"),
        ("a.pdf", ("--department", "市发改"), "near: "),
        ("a.pdf", ("--area", "北京"), "near: "),
        ("none/a.pdf", (), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(write, tmp_path, name, arguments, told):
    code, path, out, err = write(name, *arguments)
    assert (code, out) == (2, "")
    assert told in err
    assert not path.exists()
    assert list(tmp_path.iterdir()) == []


def test_an_old_file_stays_where_the_new_one_cannot_be_made(write, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old")
    assert write("a.pdf", "--department", "nobody")[0] == 2
    assert (tmp_path / "a.pdf").read_bytes() == b"old"


@pytest.mark.parametrize(("name", "arguments"), [("a.pdf", ()), ("a", ("--all",))])
def test_what_stands_in_the_way_is_named_and_nothing_is_left_beside_it(write, tmp_path, name, arguments):
    (tmp_path / "a").write_bytes(b"a file")
    (tmp_path / "a.pdf").mkdir()
    code, _, out, err = write(name, "--brief", *arguments)
    assert (code, out) == (2, "")
    assert "cannot be written" in err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "a.pdf"]


def test_no_department_is_written_where_one_report_cannot_be_made(write, tmp_path, monkeypatch):
    from indicators.errors import GlyphMissing
    from indicators.report import archive

    def second(document):
        if "商务局" in document.title:
            raise GlyphMissing("😀", "市商务局😀")
        return b"pdf"

    monkeypatch.setattr(archive, "compiled", second)
    assert write("all", "--all")[0] == 2
    assert list(tmp_path.iterdir()) == []


def test_an_old_file_is_replaced_whole(write, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old")
    assert write("a.pdf", "--brief")[1].read_bytes().startswith(b"%PDF")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_the_day_is_kept_to(write):
    code, path, *_ = write("a.pdf", "--brief")
    assert code == 0
    assert date(2026, 6, 30).isoformat() in text(path)
