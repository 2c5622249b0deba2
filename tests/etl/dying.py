"""A writer that meets its end: a child does something to a warehouse and is stopped on the way.

`step N`: killed (kill -9) just before the N-th thing it does to a file of the warehouse.
`stop N`: stopped there instead, until it is told to go on.
`byte N`: killed when a file it writes grows beyond N bytes, in the middle of the write.
`full N`: lives, but no file can grow beyond N bytes, as on a full disk.
`free 0`: nothing happens to it.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

CHANGES = {"os.mkdir", "os.remove", "os.rename", "os.truncate"}
"""What Python says of its dealings with files to whoever listens (sys.addaudithook), beside `open`."""
ENDINGS = {"step": signal.SIGKILL, "stop": signal.SIGSTOP}


def begin(action: Callable[[], int], how: str, number: int, warehouse: Path) -> tuple[int, Path]:
    """Start it; returns the child's process id and the file in which all that it says is collected."""
    said = warehouse.with_name(f"{warehouse.name}.said")
    child = os.fork()
    if child:
        return child, said
    with said.open("w") as heard:
        for stream in (1, 2):
            os.dup2(heard.fileno(), stream)
    code = 70
    try:
        sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
        _meet(how, number, str(warehouse))
        code = action()
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def end(child: int) -> int:
    """Wait for it; the exit code, negative where a signal ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _meet(how: str, number: int, warehouse: str) -> None:
    if how in ENDINGS:
        _end_at(number, warehouse, ENDINGS[how])
    elif how != "free":
        _limit(number, deadly=how == "byte")


def _end_at(step: int, warehouse: str, ending: signal.Signals) -> None:
    done = count()

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        writes = event == "open" and set(str(arguments[1] or "")) & set("wxa+")
        if (writes or event in CHANGES) and warehouse in str(arguments[0]) and next(done) == step:
            os.kill(os.getpid(), ending)

    sys.addaudithook(hook)


def _limit(size: int, *, deadly: bool) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL if deadly else signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
