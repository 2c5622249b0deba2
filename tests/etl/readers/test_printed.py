"""A cell as it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

import pytest

from etl.readers.printed import printed


@dataclass
class Cell:
    value: object
    number_format: str = "General"


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (None, "General", ""),
        ("约 5200", "General", "约 5200"),
        (5200, "General", "5200"),
        (5200.0, "General", "5200"),
        (0.1 + 0.2, "General", "0.3"),
        (1234567.891, "#,##0", "1234567.891"),
        (1e-7, "General", "0.0000001"),
        (123456789012345680.0, "General", "123456789012346000"),
        (-0.5, "General", "-0.5"),
        (0.612, "0.0%", "61.2%"),
        (0.07, "0%", "7%"),
        (1, "0.00%", "100%"),
        (5200.1, '0.0"亿元"', "5200.1亿元"),
        (5200, '0"约"', "5200"),
        (52000000, '0!.0,"万元"', "52000000"),
        (52000, '#,##0,"万元"', "52000"),
        (5200, '#,##0"亿元"', "5200亿元"),
        (5, '[Red]0.0"%"', "5%"),
        (True, "General", "TRUE"),
        ("#DIV/0!", "General", "#DIV/0!"),
        (datetime(2024, 12, 31), "yyyy-mm-dd", "2024-12-31"),
        (datetime(2024, 12, 31), 'yyyy"年"', "2024"),
        (datetime(2024, 1, 1), "yyyy", "2024"),
        (datetime(2024, 1, 1), 'yyyy"年"m"月"', "2024-01-01"),
        (datetime(2024, 1, 1, 8, 30), "yyyy-mm-dd hh:mm", "2024-01-01 08:30:00"),
        (time(8, 30), "hh:mm", "08:30:00"),
    ],
)
def test_a_cell_is_text_as_its_reader_sees_it(value, form, text):
    assert printed(Cell(value, form)) == text
