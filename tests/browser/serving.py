"""A server of its own on a free port, and when a page counts as drawn."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Page, expect

ROOT = Path(__file__).parents[2]
START_WITHIN = 60
"""Seconds; a busy machine with two cores needs three."""
DRAWN_WITHIN = 60_000
"""Milliseconds; the first page of a fresh server also imports everything."""


@contextmanager
def serving(warehouse: Path, log: Path, **more: str) -> Iterator[str]:
    """Start `streamlit run app.py` over a warehouse; gives the address, stops the server at the end.

    `more` goes into its environment; without $ACCOUNTS in it, accounts would lie beside the log.
    """
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    options = [f"--server.port={port}", "--server.headless=true", "--server.address=127.0.0.1"]
    own = {"WAREHOUSE": str(warehouse), "ACCOUNTS": str(log.with_name("accounts.sqlite"))}
    environment = {**os.environ, **own, **more}
    with log.open("w") as output:
        process = subprocess.Popen(
            [*command, *options], cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            wait(f"http://127.0.0.1:{port}", process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Until /healthz answers. Raises RuntimeError with the server's log."""
    until = time.monotonic() + START_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"{address}/healthz", timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the server did not start:\n{log.read_text()}")


def drawn(page: Page) -> None:
    """Wait until the run is over, fonts are there and every chart has its drawing."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=DRAWN_WITHIN)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=DRAWN_WITHIN)
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=DRAWN_WITHIN)
    page.wait_for_function(
        """() => document.fonts.status === 'loaded'
            && [...document.querySelectorAll('[data-testid=stPlotlyChart]')]
                .every(chart => chart.querySelector('.main-svg'))""",
        timeout=DRAWN_WITHIN,
    )
