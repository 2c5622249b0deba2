"""Workbooks read back, for the tests of workbooks."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import ROUND_HALF_UP, Decimal

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

TOKEN = re.compile(r'"([^"]*)"|\\(.)|(General|0(?:\.0+)?)|(%)|(.)', re.DOTALL)
SHEETS = ["摘要", "目标", "部门差距", "阶梯", "轨迹", "轨迹图", "观测值", "来源", "定义"]


def opened(content):
    return load_workbook(io.BytesIO(content))


def parts(content) -> dict[str, str]:
    """The XML of a workbook by the name of its part."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def shown(cell) -> str:
    """A cell as a spreadsheet shows it."""
    if not isinstance(cell.value, int | float):
        return cell.value or ""
    return formatted(cell.value, cell.number_format)


def formatted(value: float, pattern: str) -> str:
    """A number in a format of up to two sections, of literals, digits and %; half is rounded up."""
    first, *others = sections(pattern)
    taken = others[0] if others and value < 0 else first
    minus = "-" if value < 0 and not others else ""
    share = any(kind == "%" for kind, _ in taken)
    exact = Decimal(f"{abs(value) * (100 if share else 1):.15g}")
    return minus + "".join(text if kind != "digits" else digits(exact, text) for kind, text in taken)


def digits(exact: Decimal, pattern: str) -> str:
    if pattern == "General":
        return f"{exact:f}"
    places = len(pattern.partition(".")[2])
    return f"{exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP):f}"


def sections(pattern: str) -> list[list[tuple[str, str]]]:
    found: list[list[tuple[str, str]]] = [[]]
    for literal, escaped, number, percent, other in TOKEN.findall(pattern):
        if other == ";":
            found.append([])
        else:
            kind = "digits" if number else "%" if percent else "text"
            found[-1].append((kind, literal or escaped or number or percent or other))
    return found


def rows(sheet, heading) -> list[dict[str, str]]:
    """The table below the head that holds a heading, as texts; it ends where a row begins with a blank."""
    head = next(row for row in sheet.iter_rows() if any(one.value == heading for one in row))
    names = [one.value for one in head]
    found = []
    for row in sheet.iter_rows(min_row=head[0].row + 1):
        if row[0].value is None:
            break
        found.append({name: shown(one) for name, one in zip(names, row, strict=True) if name})
    return found


def texts(sheet) -> list[str]:
    """What the first column says."""
    return [str(row[0].value) for row in sheet.iter_rows() if row[0].value is not None]


def referred(book, reference) -> list[object]:
    """The values of the cells that a chart refers to, in one span or several."""
    found = []
    for span in reference.strip("()").split(","):
        name, _, cells = span.rpartition("!")
        low, first, high, last = range_boundaries(cells.replace("$", ""))
        sheet = book[name.strip("'")]
        found += [sheet.cell(row, at).value for row in range(first, last + 1) for at in range(low, high + 1)]
    return found


def title(part) -> str:
    """The words of a chart's title, or of an axis'."""
    return "".join(run.t for paragraph in part.title.tx.rich.p for run in paragraph.r or ())


def chart_of(book, number):
    """The chart of the target with this number."""
    return next(one for one in book["轨迹图"]._charts if re.search(rf"(^|· ){number} ", title(one)))
