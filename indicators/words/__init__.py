"""Every visible sentence, by language and key; both languages hold the same keys, tested.

`zh.yml` and `en.yml` say what every page needs; `zh.checks.yml` and the like what one part of the product
says. A key stands in one file only.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from indicators.errors import UnknownName

LANGUAGES = ("zh", "en")


@cache
def table(lang: str) -> Mapping[str, str]:
    """All sentences of a language by dotted key. Raises UnknownName for another language."""
    if lang not in LANGUAGES:
        raise UnknownName("language", lang, LANGUAGES)
    files = sorted(Path(__file__).parent.glob(f"{lang}*.yml"))
    return dict(
        pair for path in files for pair in _flat("", yaml.safe_load(path.read_text(encoding="utf-8")))
    )


def say(lang: str, key: str, **values: object) -> str:
    """The sentence under `key`, its {places} filled. Raises UnknownName for a key nobody wrote."""
    sentences = table(lang)
    if key not in sentences:
        raise UnknownName("sentence", key, sentences)
    return sentences[key].format(**values)


def _flat(prefix: str, tree: Mapping[str, Any]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in tree.items():
        name = f"{prefix}{key}"
        pairs += _flat(f"{name}.", value) if isinstance(value, Mapping) else [(name, str(value))]
    return pairs
