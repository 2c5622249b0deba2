"""Real or invented: which folder may hold which, so that the two never mix.

A practice store's folder says so in a file of its own from the first write on, whatever becomes of its
pointer and snapshots. Invented figures go into such a folder or into an empty one; real ones never into
such a folder.
"""

from __future__ import annotations

from pathlib import Path

from etl.journal.lock import LOCK
from indicators.errors import StoreMixed
from indicators.model import StoreKind

MARK = "practice.txt"
SAID = (
    "演练库：此目录中的全部数据均为虚构，仅供培训与演示，不得引用。\n"
    "Practice store: all data in this folder is invented, for training and demonstrations only.\n"
)


def claim(warehouse: Path, kind: StoreKind) -> None:
    """Make sure that a folder may hold figures of a kind, before anything is written to it.

    Call it under the writer's lock. Raises StoreMixed.
    """
    marked = (warehouse / MARK).exists()
    if kind is StoreKind.REAL and marked:
        raise StoreMixed(f"{warehouse} is a practice store; real figures need another folder (--warehouse)")
    if kind is StoreKind.REAL or marked:
        return
    if any(path.name != LOCK for path in warehouse.iterdir()):
        raise StoreMixed(f"{warehouse} is no practice store; invented figures need a folder of theirs")
    (warehouse / MARK).write_text(SAID, encoding="utf-8")
