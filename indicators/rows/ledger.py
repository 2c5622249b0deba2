"""The record of forecasts in words: how many there are, how they fared, whether all files are as written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from indicators.rows.reading import Reading
from indicators.rows.scores import sentences
from indicators.scoring import Score


def told(read: Reading, found: Sequence[Score], files: int, first: date | None) -> str:
    """How many forecasts are on record since `first` and how they fared; says so where there are none."""
    if first is None or not found:
        return read.say("record.none")
    count = read.say("record.count", first=first.isoformat(), files=files, count=len(found))
    return read.joined([count, *sentences(read, found)])


def verified(read: Reading, flaws: Sequence[tuple[str, str]], files: int, fingerprint: str) -> str:
    """Whether the files are as they were written: the latest fingerprint, or every file that is not."""
    if not flaws:
        return read.say("record.intact", files=files, fingerprint=spaced(fingerprint)) if files else ""
    named = read.listed([flawed(read, file, flaw) for file, flaw in flaws])
    return read.say("record.broken", count=len(flaws), files=named)


def flawed(read: Reading, file: str, flaw: str) -> str:
    """A file that is not as it was written, and what is wrong with it."""
    return read.say("record.flawed", file=file, flaw=read.say(f"record.flaw.{flaw}"))


def spaced(fingerprint: str) -> str:
    """A fingerprint in groups of eight, to be read aloud and broken into lines."""
    return " ".join(fingerprint[at : at + 8] for at in range(0, len(fingerprint), 8))
