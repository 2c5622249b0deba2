"""One way in a process of its own, so that its peak memory is its own.

`python -m bench.loading.run WAY FILE FOLDER` runs once for each line that it reads, and answers each with a
line of JSON: seconds by step, and the peak of memory so far in bytes.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from tempfile import mkdtemp

from bench.loading.ways import WAYS

KIB = 1024


def main() -> None:
    """Run as often as asked."""
    way, file, folder = sys.argv[1:]
    for _ in sys.stdin:
        steps = WAYS[way](Path(file), Path(mkdtemp(dir=folder)))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB
        print(json.dumps({"steps": steps, "peak": peak}), flush=True)


if __name__ == "__main__":
    main()
