"""`python -m indicators report`: the gap report as PDF, the workbook, the data package, plain files."""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tqdm import tqdm

from indicators.assessment import assess_all
from indicators.catalogue import find_area, find_department
from indicators.errors import CannotReport
from indicators.lookback import look_back, year_ends
from indicators.report.archive import Progress, archive, reports
from indicators.report.material import Material
from indicators.report.outline import gap_report
from indicators.report.package import data_package
from indicators.report.pdf import compiled
from indicators.report.plain import as_csv, as_json
from indicators.report.workbook import workbook
from indicators.rows import backtest, ledger
from indicators.rows.reading import Reading
from indicators.scoring import scores
from indicators.store.ledger import read_ledger
from indicators.store.reader import Store
from indicators.store.view import View, open_plan, view

KINDS = (".pdf", ".xlsx", ".csv", ".json", ".zip")
"""What a file's name may end in; it says what is written."""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """The subcommand with the options that only it has."""
    parser = commands.add_parser("report", help="write the gap report of departments or of the whole plan")
    parser.add_argument(
        "--department",
        action="append",
        default=[],
        metavar="NAME",
        help="code or name of a department; repeat it",
    )
    parser.add_argument("--all", action="store_true", help="one PDF for every lead department")
    parser.add_argument("--brief", action="store_true", help="one page")
    parser.add_argument("--area", help="code or name of an area (default: the plan's own)")
    parser.add_argument("--judging-year", type=int, help="year for which data should be in")
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="PATH",
        help="file.pdf, .xlsx, .csv, .json, or .zip for the data package; with --all a .zip or a folder",
    )
    parser.set_defaults(run=run)
    return parser


def run(options: argparse.Namespace) -> int:
    """Make what was asked for, then write it and say what it is. Raises IndicatorsError."""
    _checked(options)
    with _progress() as progress:
        files = _files(options, material_of(options), progress)
    for path, content in files.items():
        with _refused(path):
            if options.all:
                path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, content)
    return 0


def material_of(options: argparse.Namespace) -> Material:
    """What the options ask for, with how the forecasts have done so far."""
    store = Store.open(options.warehouse)
    plan = open_plan(store, options.plan)
    area = find_area(plan, options.area).code if options.area else None
    shown = view(store, plan, options.as_of)
    found = assess_all(plan, shown.book, options.as_of, area=area, judging_year=options.judging_year)
    read = shown.reading(options.lang)
    fared = _fared(shown, read, options.warehouse)
    return Material(read, found, shown.book, shown.observations, shown.as_of, shown.snapshot, fared)


def _checked(options: argparse.Namespace) -> None:
    ending = options.out.suffix
    if options.all and options.department:
        raise CannotReport("--all reports on every lead department: leave out --department")
    if options.all and ending not in ("", ".zip"):
        raise CannotReport(f"--all writes a .zip or a folder, not {ending}")
    if not options.all and ending not in KINDS:
        raise CannotReport(f"{options.out.name!r} has no known ending; allowed: {', '.join(KINDS)}")
    if options.brief and not options.all and ending != ".pdf":
        raise CannotReport(f"--brief is a PDF of one page, not {ending}")
    if options.department and ending == ".zip":
        raise CannotReport("a data package holds the whole plan: leave out --department")


def _files(options: argparse.Namespace, material: Material, progress: Progress) -> dict[Path, bytes]:
    """Everything is made before anything is written."""
    if options.all and options.out.suffix != ".zip":
        made = reports(material, brief=options.brief, progress=progress)
        return {options.out / name: content for name, content in made}
    codes = tuple(find_department(material.read.plan, name).code for name in options.department)
    return {options.out: _content(options, material, codes, progress)}


def _content(
    options: argparse.Namespace, material: Material, codes: tuple[str, ...], progress: Progress
) -> bytes:
    match options.out.suffix:
        case ".xlsx":
            return workbook(material, codes)
        case ".csv":
            return as_csv(material, codes)
        case ".json":
            return as_json(material, codes)
        case ".zip" if options.all:
            return archive(material, brief=options.brief, progress=progress)
        case ".zip":
            return data_package(material)
    return compiled(gap_report(material, codes, brief=options.brief))


def _write(path: Path, content: bytes) -> None:
    """Beside the file first, then in its place: who reads it sees the old one or the new one, whole."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    print(f"{path}  {len(content) / 1000:.0f} kB  SHA-256 {hashlib.sha256(content).hexdigest()}")


@contextmanager
def _refused(path: Path) -> Iterator[None]:
    """What the machine refuses, as an error that names the file."""
    try:
        yield
    except OSError as problem:
        raise CannotReport(f"{path} cannot be written: {problem.strerror}") from problem


def _fared(shown: View, read: Reading, warehouse: Path) -> tuple[str, ...]:
    """How earlier forecasts have done: those of each year's end, and those on record."""
    plan, book, day = shown.plan, shown.book, shown.as_of
    looked = look_back(plan, shown.observations, book.breaks, year_ends(plan, day))
    rehearsed = backtest.rehearsed(plan, shown.observations, book)
    kept = read_ledger(warehouse)
    found = scores(plan, book, kept.forecasts(plan.code, day))
    told = backtest.told(read, backtest.scored(plan, book, looked), rehearsed)
    return (*told, ledger.told(read, found, *kept.extent(plan.code, day)))


@contextmanager
def _progress() -> Iterator[Callable[[int, int, str], None]]:
    """A bar on standard error, where that is a terminal."""
    with tqdm(file=sys.stderr, disable=None, leave=False) as bar:

        def show(done: int, total: int, name: str) -> None:
            bar.total, bar.n = total, done
            bar.set_description(name)

        yield show
