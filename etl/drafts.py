"""Uploads in work: the file as it came and what was typed so far, on disk, so that a reload loses nothing.

`drafts/<account>/<draft>/` beside the snapshots holds `original` and `draft.json`. Folder names are made
here, from a digest and random digits, never taken from what somebody typed or sent. A draft belongs to the
account that began it; nobody else finds it. It goes when it has been loaded, when it is old, or when its
owner has begun too many.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from etl.readers.files import plain_name
from indicators.errors import IndicatorsError

FOLDER = "drafts"
"""In the warehouse."""
MOST = 10
"""Drafts a person may have; the oldest make room. A year's report is one file, at most a few."""
KEPT = timedelta(days=30)
"""From the last change on: a report is mended within days."""
LONGEST = 2_000
"""Characters of a note or a reason that are kept."""
ID = re.compile(r"[0-9a-f]{32}")
ORIGINAL, STATE = "original", "draft.json"


class DraftMissing(IndicatorsError):
    """There is no such draft, or it is somebody else's: nothing tells the two apart."""


@dataclass(frozen=True)
class Draft:
    """An upload in work. `reasons` are what was typed for each kind of warning, by the check's name."""

    id: str
    file: str
    sha256: str
    department: str
    year: int
    changed: datetime
    note: str = ""
    reasons: Mapping[str, str] = field(default_factory=dict)


def begin(
    warehouse: Path,
    account: str,
    data: bytes,
    file: str,
    department: str,
    year: int,
    now: datetime | None = None,
) -> Draft:
    """Keep an uploaded file; the name is reduced to what may be shown. Raises OSError."""
    day = now or datetime.now(UTC)
    _clear(warehouse, account, day)
    digest = hashlib.sha256(data).hexdigest()
    draft = Draft(secrets.token_hex(16), plain_name(file), digest, department, year, day)
    folder = _folder(warehouse, account, draft.id)
    folder.mkdir(parents=True, mode=0o700)
    (folder / ORIGINAL).write_bytes(data)
    _write(folder, draft)
    return draft


def find(warehouse: Path, account: str, id: str, now: datetime | None = None) -> Draft:
    """A draft of this account. Raises DraftMissing."""
    draft = _read(_folder(warehouse, account, id))
    if draft is None or _old(draft, now or datetime.now(UTC)):
        raise DraftMissing(id if ID.fullmatch(id) else "")
    return draft


def original(warehouse: Path, account: str, draft: Draft) -> bytes:
    """The file byte for byte as it came. Raises DraftMissing where it is gone or no longer the same."""
    try:
        data = (_folder(warehouse, account, draft.id) / ORIGINAL).read_bytes()
    except OSError as problem:
        raise DraftMissing(draft.id) from problem
    if hashlib.sha256(data).hexdigest() != draft.sha256:
        raise DraftMissing(draft.id)
    return data


def drafts(warehouse: Path, account: str, now: datetime | None = None) -> list[Draft]:
    """All drafts of an account, the latest changed first."""
    home, day = _home(warehouse, account), now or datetime.now(UTC)
    found = [_read(folder) for folder in home.iterdir()] if home.is_dir() else []
    kept = [one for one in found if one and not _old(one, day)]
    return sorted(kept, key=lambda one: (one.changed, one.id), reverse=True)


def keep(
    warehouse: Path,
    account: str,
    draft: Draft,
    *,
    note: str,
    reasons: Mapping[str, str],
    now: datetime | None = None,
) -> Draft:
    """Keep what was typed. Raises DraftMissing where the draft is gone, or OSError."""
    cut = {check: reason[:LONGEST] for check, reason in reasons.items()}
    changed = replace(draft, note=note[:LONGEST], reasons=cut, changed=now or datetime.now(UTC))
    if replace(changed, changed=draft.changed) == draft:
        return draft
    find(warehouse, account, draft.id, now)
    _write(_folder(warehouse, account, draft.id), changed)
    return changed


def discard(warehouse: Path, account: str, id: str) -> None:
    """Remove a draft; one that is gone already is no error."""
    if ID.fullmatch(id):
        shutil.rmtree(_folder(warehouse, account, id), ignore_errors=True)


def _home(warehouse: Path, account: str) -> Path:
    return warehouse / FOLDER / hashlib.sha256(account.encode()).hexdigest()[:32]


def _folder(warehouse: Path, account: str, id: str) -> Path:
    """Where a draft lies. Raises DraftMissing for an id that was not made here."""
    if not ID.fullmatch(id):
        raise DraftMissing("")
    return _home(warehouse, account) / id


def _read(folder: Path) -> Draft | None:
    """None where there is no whole draft."""
    try:
        cells = json.loads((folder / STATE).read_text(encoding="utf-8"))
        draft = Draft(**cells | {"changed": datetime.fromisoformat(cells["changed"])})
        return draft if draft.id == folder.name else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write(folder: Path, draft: Draft) -> None:
    """In one step: a reader finds the state before or after."""
    new = folder / f"{secrets.token_hex(8)}.new"
    state = asdict(draft) | {"reasons": dict(draft.reasons), "changed": draft.changed.isoformat()}
    new.write_text(json.dumps(state, ensure_ascii=False, indent=1), encoding="utf-8")
    new.replace(folder / STATE)


def _old(draft: Draft, now: datetime) -> bool:
    return now - draft.changed >= KEPT


def _clear(warehouse: Path, account: str, now: datetime) -> None:
    """Make room for one more: what is old or not whole goes, then the oldest."""
    home = _home(warehouse, account)
    kept = {one.id for one in drafts(warehouse, account, now)[: MOST - 1]}
    for folder in home.iterdir() if home.is_dir() else ():
        if folder.name not in kept:
            shutil.rmtree(folder, ignore_errors=True)
