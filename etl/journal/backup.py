"""One archive with everything that cannot be built again, and the way back from it.

The archive is a .tar.gz with `warehouse/` (pointer, journal, record, the snapshot in use) and, where asked
for, `accounts.sqlite`.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tarfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from etl.journal.disk import draft, flush
from etl.journal.lock import LOCK, writing
from etl.journal.verify import HARMLESS, Verified, verify
from etl.kind import MARK
from indicators.errors import StoreDamaged
from indicators.store import journal, ledger
from indicators.store.pointer import POINTER, SUFFIX, read_pointer
from indicators.store.snapshots import DIGEST

TOP = "warehouse"
ACCOUNTS = "accounts.sqlite"
"""Names in the archive."""
PRIVATE = 0o600
"""Accounts and archives are for their owner alone."""


def backup(path: Path, warehouse: Path, accounts: Path | None = None) -> Verified:
    """Write the archive, under the writer's lock so that nothing moves meanwhile; says what was verified.

    Raises FileExistsError where there is a file of that name, StoreDamaged where the warehouse is not whole,
    StoreMissing, WriterBusy, OSError.
    """
    if path.exists():
        raise FileExistsError(17, "File exists", str(path))
    with writing(warehouse), TemporaryDirectory() as scratch:
        found = whole(warehouse)
        more = [(_copied(accounts, Path(scratch)), ACCOUNTS)] if accounts else []
        with draft(path) as unfinished:
            unfinished.touch(mode=PRIVATE)
            _pack(unfinished, [*_content(warehouse), *more])
    return found


def restore(path: Path, warehouse: Path, accounts: Path | None = None) -> Verified:
    """Unpack an archive into an empty or missing warehouse, and verify what came out.

    The accounts are restored where a name for their file is given, which must not be there yet. Raises
    FileExistsError, StoreDamaged where the archive is none, is cut short, leads outside or holds what is not
    whole; the warehouse is then as empty as it was.
    """
    if warehouse.exists() and any(one.name != LOCK for one in warehouse.iterdir()):
        raise FileExistsError(17, "not empty", str(warehouse))
    if accounts and accounts.exists():
        raise FileExistsError(17, "File exists", str(accounts))
    warehouse.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=warehouse.parent) as scratch:
        _unpack(path, Path(scratch))
        found = whole(Path(scratch) / TOP)
        if accounts:
            _place(Path(scratch) / ACCOUNTS, accounts)
        os.sync()
        (warehouse / LOCK).unlink(missing_ok=True)
        (Path(scratch) / TOP).replace(warehouse)
        flush(warehouse.parent)
    return found


def whole(warehouse: Path) -> Verified:
    """What `verify` finds. Raises StoreDamaged, with every file of a backup that is not whole: snapshots that
    are not in use do not go into one."""
    found, used = verify(warehouse), f"{read_pointer(warehouse)['snapshot']}{SUFFIX}"
    wrong = [
        f"{name} ({trouble})"
        for name, trouble in found.troubles
        if trouble not in HARMLESS and (name == used or not name.endswith(SUFFIX))
    ]
    if wrong:
        raise StoreDamaged(f"not whole: {', '.join(wrong)}")
    return found


def _content(warehouse: Path) -> Iterator[tuple[Path, str]]:
    """Files and their names in the archive, in a fixed order; the pointer last, as the writer writes."""
    snapshot = read_pointer(warehouse)["snapshot"]
    folders = (warehouse / folder for folder in (journal.FOLDER, ledger.FOLDER))
    inner = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    mark = [one for one in (warehouse / MARK,) if one.exists()]
    proof = [one for one in (warehouse / f"{snapshot}{DIGEST}",) if one.exists()]
    for path in (*inner, *mark, warehouse / f"{snapshot}{SUFFIX}", *proof, warehouse / POINTER):
        yield path, f"{TOP}/{path.relative_to(warehouse).as_posix()}"


def _pack(path: Path, files: Iterable[tuple[Path, str]]) -> None:
    with tarfile.open(path, "w:gz", compresslevel=6) as archive:
        for one, name in files:
            archive.add(one, name, filter=_anonymous)


def _anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without the names and numbers of the machine's users."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member


def _copied(accounts: Path, folder: Path) -> Path:
    """A copy of the accounts as of one moment, whoever writes to them meanwhile. Raises StoreDamaged."""
    copy, address = folder / ACCOUNTS, f"{accounts.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as own, closing(sqlite3.connect(copy)) as other:
            own.backup(other)
    except sqlite3.Error as problem:
        raise StoreDamaged(f"{accounts} cannot be read as accounts: {problem}") from problem
    return copy


def _unpack(path: Path, folder: Path) -> None:
    try:
        with tarfile.open(path, "r:gz") as archive:
            for member in archive:
                if not _expected(member):
                    raise StoreDamaged(f"{path.name} is no backup: it holds {member.name!r}")
                archive.extract(member, folder, filter="data")
    except (tarfile.TarError, EOFError, OSError) as problem:
        if isinstance(problem, OSError) and not isinstance(problem, tarfile.TarError) and problem.errno:
            raise
        raise StoreDamaged(f"{path.name} cannot be read as a backup: {problem}") from problem


def _expected(member: tarfile.TarInfo) -> bool:
    """Whether a backup holds such a member: nothing else comes out of an archive."""
    path = PurePosixPath(member.name)
    match path.parts:
        case (name,):
            known = name == ACCOUNTS
        case (top, name):
            known = top == TOP and (name in (POINTER, MARK) or path.suffix in (SUFFIX, DIGEST))
        case (top, folder, *_):
            known = top == TOP and folder in (journal.FOLDER, ledger.FOLDER)
        case _:
            known = False
    return member.isfile() and known and ".." not in path.parts


def _place(copy: Path, accounts: Path) -> None:
    if not copy.exists():
        raise StoreDamaged("the backup holds no accounts")
    accounts.parent.mkdir(parents=True, exist_ok=True)
    copy.chmod(PRIVATE)
    shutil.move(copy, accounts)
