"""Passwords: argon2id, and which are too easy (after NIST SP 800-63B: length, no rules of composition)."""

from __future__ import annotations

import secrets
import unicodedata
from enum import StrEnum
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 10
"""Characters."""
LONGEST = 256
"""Characters; beyond that somebody feeds the server."""
ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Of generated passwords: without i, l, o, I, O, 0 and 1, which a reader mistakes."""
GENERATED = 16
"""Characters of a generated password: 92 bits."""
COMMON = (
    "password",
    "passw0rd",
    "qwertyuiop",
    "1q2w3e4r5t",
    "1qaz2wsx",
    "admin",
    "letmein",
    "woaini",
    "zunyi",
)
"""Words that with digits around them still make a password everybody tries."""
RUNS = ("01234567890", "09876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm")
AT_ONCE = BoundedSemaphore(2)
"""Digests computed side by side: each takes 64 MiB and a core."""

_hasher = PasswordHasher()
"""argon2-cffi's defaults: RFC 9106, second choice (64 MiB, 3 passes); raised by it as machines get faster."""


class Weakness(StrEnum):
    """Why a password is refused."""

    SHORT = "short"
    LONG = "long"
    NAME = "name"
    COMMON = "common"


def digest(password: str) -> str:
    """The argon2id digest that is kept."""
    with AT_ONCE:
        return _hasher.hash(_normal(password))


def matches(stored: str, password: str) -> bool:
    """Whether a password is the one of a digest. A blank digest takes the same time and never matches."""
    with AT_ONCE:
        try:
            return _hasher.verify(stored or _nobodys(), _normal(password[:LONGEST])) and bool(stored)
        except (VerificationError, InvalidHashError):
            return False


def outdated(stored: str) -> bool:
    """Whether a digest was made with weaker parameters than today's."""
    return _hasher.check_needs_rehash(stored)


def weakness(password: str, name: str) -> Weakness | None:
    """Why a password is too easy for the account of this name; None where it will do."""
    plain = _normal(password).casefold()
    if len(plain) < SHORTEST:
        return Weakness.SHORT
    if len(plain) > LONGEST:
        return Weakness.LONG
    if _little_but(name.casefold(), plain):
        return Weakness.NAME
    if len(set(plain)) < 4 or any(plain in run for run in RUNS):
        return Weakness.COMMON
    return Weakness.COMMON if any(_little_but(word, plain) for word in COMMON) else None


def generated() -> str:
    """A random password to hand over once."""
    return "".join(secrets.choice(ALPHABET) for _ in range(GENERATED))


@cache
def _nobodys() -> str:
    return _hasher.hash(secrets.token_hex())


def _normal(password: str) -> str:
    """One spelling of the same characters, whatever keyboard typed them."""
    return unicodedata.normalize("NFKC", password)


def _little_but(word: str, password: str) -> bool:
    """Whether a password is a word with a few characters or only digits and signs around it."""
    rest = password.replace(word, "") if word else password
    return rest != password and (len(rest) < SHORTEST // 2 or not any(one.isalpha() for one in rest))
