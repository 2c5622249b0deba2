"""Passwords: argon2id, long rather than complicated, never the name."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher

from pages.access import passwords
from pages.access.passwords import Weakness, weakness


def test_a_digest_is_argon2id_salted_and_fits_its_password_alone():
    first, second = passwords.digest("correct horse"), passwords.digest("correct horse")
    assert first.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert first != second
    assert passwords.matches(first, "correct horse")
    assert not passwords.matches(first, "correct horsf")


def test_full_width_and_half_width_characters_are_the_same_password():
    assert passwords.matches(passwords.digest("ｆｅｎｇｈｕａｎｇ７"), "fenghuang7")


def test_nothing_fits_a_blank_digest_which_is_checked_all_the_same(monkeypatch):
    asked = []

    class Counting(PasswordHasher):
        def verify(self, stored, password):
            asked.append(stored[:10])
            return super().verify(stored, password)

    monkeypatch.setattr(passwords, "_hasher", Counting())
    assert not passwords.matches("", "anything at all")
    assert not passwords.matches("", "")
    assert asked == ["$argon2id$", "$argon2id$"]


def test_a_damaged_digest_fits_nothing():
    assert not passwords.matches("$argon2id$nonsense", "anything at all")


def test_weaker_parameters_are_outdated():
    assert passwords.outdated(PasswordHasher(memory_cost=1024).hash("x"))
    assert not passwords.outdated(passwords.digest("x"))


@pytest.mark.parametrize(
    ("password", "weak"),
    [
        ("xk7 mqw2v", Weakness.SHORT),  # 9
        ("xk7 mqw2vb", None),  # 10
        ("xk7 mqw2vbz", None),  # 11
        ("我家门前有两棵枣树啊", None),  # 10 characters of Chinese
        ("我家门前有两棵枣树", Weakness.SHORT),
        ("ab cd " * 42 + "abcd", None),  # 256
        ("ab cd " * 42 + "abcde", Weakness.LONG),  # 257
        ("wangxiaoming", Weakness.NAME),
        ("WangXiaoming!123", Weakness.NAME),  # 4 characters beside the name
        ("wangxiaoming!19850101", Weakness.NAME),  # nothing else but digits and signs
        ("wangxiaoming moon", None),  # 5, with letters
        ("1234567890", Weakness.COMMON),
        ("9876543210", Weakness.COMMON),
        ("qwertyuiop", Weakness.COMMON),
        ("aaaaaaaaaaaa", Weakness.COMMON),
        ("ababababab", Weakness.COMMON),
        ("abcabcabcabc", Weakness.COMMON),  # 3 different characters
        ("abcdabcdabcd", None),  # 4
        ("Password2024", Weakness.COMMON),
        ("password, my dear friend", None),
        ("zunyi20252025", Weakness.COMMON),
        ("Zunyi@2025", Weakness.COMMON),
        ("zunyi moonlight", None),
    ],
)
def test_which_passwords_will_do(password, weak):
    assert weakness(password, "wangxiaoming") == weak


def test_generated_passwords_differ_and_will_do():
    made = {passwords.generated() for _ in range(50)}
    assert len(made) == 50
    assert {len(one) for one in made} == {16}
    assert {weakness(one, "wang") for one in made} == {None}
    assert not set("".join(made)) & set("ilo IO01")
