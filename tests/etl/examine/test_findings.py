from __future__ import annotations

import pytest

from etl.examine.findings import LEFT_OUT, MOST
from tests.etl.examine.uploads import told, upload


@pytest.mark.parametrize(
    ("count", "spelled", "left"),
    [(MOST - 1, MOST - 1, []), (MOST, MOST, []), (MOST + 1, MOST, ["1"]), (MOST + 50, MOST, ["50"])],
)
def test_so_many_findings_of_a_check_are_spelled_out_and_the_rest_counted(count, spelled, left):
    done = upload("value\n" + "\n".join(["abc"] * count))
    rows = [one for one in done.remarks if one.row is not None]
    rest = [told(one)[LEFT_OUT] for one in done.remarks if one.row is None]
    assert (len(rows), rest) == (spelled, left)


def test_different_labels_are_told_once_each_in_the_file_s_order():
    done = upload("indicator\n乙乙\n甲甲\n乙乙\n丙丙\n乙乙")
    assert [(one.found, one.row, told(one)["count"]) for one in done.remarks] == [
        ("乙乙", 2, "3"),
        ("甲甲", 3, "1"),
        ("丙丙", 5, "1"),
    ]


def test_a_million_faults_do_not_make_a_million_findings():
    done = upload("indicator value\n" + "\n".join(f"胡说{number} abc" for number in range(2000)))
    assert len(done.remarks) == 2 * (MOST + 1)
