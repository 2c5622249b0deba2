"""Every name the real catalogue knows, put together once."""

from __future__ import annotations

import pytest

from etl.lexicon import Lexicon, lexicon


@pytest.fixture(scope="session")
def known(content) -> Lexicon:
    return lexicon(content.plans)
