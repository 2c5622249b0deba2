"""Files as they really come: each folder of tests/faults/files holds one, and what it must give."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from etl.readers.document import FileRefused
from etl.readers.files import read_document
from tests.etl.readers.laid import laid

FOLDER = Path(__file__).parents[2] / "faults" / "files"
CASES = sorted(path.parent for path in FOLDER.glob("*/expect.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_file_gives_what_it_must(case, known):
    expected = yaml.safe_load((case / "expect.yml").read_text(encoding="utf-8"))
    (path,) = (path for path in case.iterdir() if path.name != "expect.yml")
    assert expected.pop("why")
    try:
        document = read_document(path.read_bytes(), path.name)
    except FileRefused as refusal:
        found = {"refused": refusal.remark.check}
        assert found | ({"found": refusal.remark.found} if refusal.remark.found else {}) == expected
        return
    lines, remarks = laid(document, known)
    usual = {"encoding": "UTF-8", "separator": ",", "remarks": []}
    assert usual | expected == {
        "encoding": document.encoding,
        "separator": document.separator,
        "figures": lines,
        "remarks": remarks,
    }


def test_there_are_cases_of_every_kind():
    assert len(CASES) >= 40
