"""All lead departments' reports in one ZIP."""

from __future__ import annotations

import io
import zipfile

from pypdf import PdfReader

from indicators.report.archive import archive
from indicators.report.outline import gap_report
from indicators.report.pdf import compiled
from tests.indicators.report.made import real
from tests.indicators.report.package.packages import practised


def opened(content):
    return zipfile.ZipFile(io.BytesIO(content))


def test_every_lead_department_has_its_report_and_progress_is_told(warehouse):
    told = []
    known = real(warehouse)
    with opened(archive(known, brief=True, progress=lambda *step: told.append(step))) as kept:
        names = kept.namelist()
        assert len(names) == 13
        assert names[0] == "01-市发展改革委-zunyi-metro-2025-2026-06-30.pdf"
        assert kept.read(names[0]) == compiled(gap_report(known, ("fagai",), brief=True))
        assert all(len(PdfReader(io.BytesIO(kept.read(name))).pages) == 1 for name in names)
    assert told[0] == (0, 13, "市发展改革委")
    assert told[-1] == (13, 13, "")
    assert [done for done, _, _ in told] == list(range(14))


def test_the_same_material_gives_the_same_bytes():
    made = [archive(practised(), brief=True, progress=lambda *_: None) for _ in range(2)]
    assert made[0] == made[1]


def test_invented_figures_are_named_in_the_files_and_no_name_breaks_out():
    with opened(archive(practised(), progress=lambda *_: None)) as kept:
        (name,) = kept.namelist()
    assert name.startswith("演练数据-01-")
    assert not set(name) & set('\\/:*?"<>| ')
