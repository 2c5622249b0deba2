"""A report before it is set: its blocks in the order in which they are read, and what stands around them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any

from indicators.report.blocks import Block
from indicators.typesetting import printable

HASH_DIGITS = 16
"""Digits of the fingerprint that are printed: enough that no two reports share them."""


@dataclass(frozen=True)
class Document:
    """A report: what it is about and its blocks.

    `title` and `about` stand at its head, `running` on top of every further page. `mark` says that the
    figures are invented, blank for real ones. `of_pages` is the sentence of the page number with {page} and
    {pages}; `trace` says where the page comes from, to which the fingerprint is added. With `fit` the text is
    set as large as one page allows.
    """

    lang: str
    title: str
    about: tuple[str, ...]
    running: str
    mark: str
    trace: str
    of_pages: str
    as_of: date
    blocks: tuple[Block, ...]
    landscape: bool = False
    fit: bool = False


def fingerprint(document: Document) -> str:
    """The first HASH_DIGITS of the SHA-256 of all that a report says: the same on the same snapshot, plan,
    day, language and choice of departments."""
    return hashlib.sha256(as_json(document).encode()).hexdigest()[:HASH_DIGITS]


def as_json(document: Document) -> str:
    """The document for the template; every block says in `kind` which one it is.

    What no font can draw (control characters, line ends, marks of direction) becomes a space.
    """
    return json.dumps(_plain(document), ensure_ascii=False, sort_keys=True)


def texts(document: Document) -> list[str]:
    """Everything that is set as text, pictures included."""
    return list(_texts(_plain(document)))


def _plain(thing: Any) -> Any:
    if is_dataclass(thing):
        named = {one.name: _plain(getattr(thing, one.name)) for one in fields(thing)}
        return {"kind": type(thing).__name__.lower()} | named
    if isinstance(thing, tuple):
        return [_plain(one) for one in thing]
    if isinstance(thing, str):
        return printable(thing)
    return thing.isoformat() if isinstance(thing, date) else thing


def _texts(thing: Any) -> list[str]:
    if isinstance(thing, dict):
        return [text for key, one in thing.items() if key != "kind" for text in _texts(one)]
    if isinstance(thing, list):
        return [text for one in thing for text in _texts(one)]
    return [thing] if isinstance(thing, str) else []
