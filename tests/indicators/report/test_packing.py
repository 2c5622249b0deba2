"""Files packed into a ZIP."""

from __future__ import annotations

import io
import zipfile

from indicators.report.packing import packed


def test_the_same_files_give_the_same_bytes_without_a_time():
    files = {"甲.txt": b"1", "data/b.csv": b"2"}
    assert packed(files) == packed(dict(files))
    with zipfile.ZipFile(io.BytesIO(packed(files))) as archive:
        assert archive.namelist() == ["甲.txt", "data/b.csv"]
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("甲.txt") == b"1"
        assert archive.testzip() is None
