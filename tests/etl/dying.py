"""A build that meets its end: `python -m tests.etl.dying HOW N build --data … --warehouse …`.

`step N`: killed (kill -9) just before the N-th thing it does to a file of the warehouse.
`stop N`: stopped there instead, until it is told to go on.
`byte N`: killed when a file it writes grows beyond N bytes, in the middle of the write.
`full N`: lives, but no file can grow beyond N bytes, as on a full disk.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from itertools import count
from typing import Any

from etl.__main__ import main

FILE_EVENTS = {"open", "os.mkdir", "os.remove", "os.rename"}
"""What Python says of its dealings with files to whoever listens (sys.addaudithook)."""

ENDINGS = {"step": signal.SIGKILL, "stop": signal.SIGSTOP}


def end_at(step: int, warehouse: str, ending: signal.Signals) -> None:
    done = count()

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in FILE_EVENTS and warehouse in str(arguments[0]) and next(done) == step:
            os.kill(os.getpid(), ending)

    sys.addaudithook(hook)


def limit(size: int, *, deadly: bool) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL if deadly else signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


if __name__ == "__main__":
    how, number, *arguments = sys.argv[1:]
    if how in ENDINGS:
        end_at(int(number), arguments[arguments.index("--warehouse") + 1], ENDINGS[how])
    else:
        limit(int(number), deadly=how == "byte")
    sys.exit(main(arguments))
