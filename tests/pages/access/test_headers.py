"""Whose word counts: the proxy's by its address, nobody else's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pages.access import headers
from pages.access.headers import IDENTITY, Proxy, behind, spelled, stated, stripped

PROXY = Proxy("Remote-User", ("10.1.0.0/24", "::1"))


@pytest.mark.parametrize(
    ("peer", "trusted"),
    [
        ("10.0.255.255", False),
        ("10.1.0.0", True),
        ("10.1.0.255", True),
        ("10.1.1.0", False),
        ("::1", True),
        ("::2", False),
        ("", False),
        ("testclient", False),
        ("10.1.0.1, 10.1.0.2", False),
    ],
)
def test_the_proxy_is_known_by_its_address(peer, trusted):
    assert PROXY.trusts(peer) is trusted
    assert not Proxy().trusts(peer)


def test_the_environment_names_the_proxy(monkeypatch):
    assert Proxy.configured() == Proxy()
    monkeypatch.setenv("PROXY_HEADER", "Remote-User")
    monkeypatch.setenv("PROXY_ADDRESSES", "10.1.0.0/24, ::1,")
    assert Proxy.configured() == PROXY


def test_an_address_that_is_none_stops_the_start(monkeypatch):
    monkeypatch.setenv("PROXY_ADDRESSES", "nginx.example")
    with pytest.raises(ValueError, match=r"nginx\.example"):
        Proxy.configured()


@given(
    some.sampled_from(sorted(IDENTITY | {"remote-user", "x-company-id"})),
    some.lists(some.booleans(), min_size=64, max_size=64),
)
def test_no_spelling_of_an_identity_gets_through(name, coins):
    odd = "".join(
        ("_" if coin else "-") if letter == "-" else letter.upper() if coin else letter
        for letter, coin in zip(name, coins, strict=False)
    )
    assert stripped([(odd.encode(), b"root")], Proxy("X_Company_Id")) == []


def test_other_headers_stay():
    kept = [(b"cookie", b"visitor=a"), (b"accept", b"text/html"), (b"x-users", b"3"), (b"user-agent", b"x")]
    assert stripped(kept, PROXY) == kept


def test_a_header_stated_twice_states_nothing():
    assert stated([(b"remote-user", b"wang")], "Remote_User") == "wang"
    assert stated([(b"remote-user", "王".encode())], "Remote-User") == "王"
    assert stated([(b"remote-user", b"wang"), (b"Remote_User", b"root")], "Remote-User") == ""
    assert stated([], "Remote-User") == ""


def test_a_name_has_one_spelling():
    assert spelled(b"X_Forwarded-User") == spelled("x-forwarded_USER") == "x-forwarded-user"


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("10.1.0.1", "192.0.2.1", "192.0.2.1"),
        ("10.1.0.1", "198.51.100.9, 192.0.2.1", "192.0.2.1"),  # the first one is what the client said
        ("10.1.0.1", "192.0.2.1, 10.1.0.2", "192.0.2.1"),  # through two proxies
        ("10.1.0.1", "", "10.1.0.1"),
        ("203.0.113.5", "192.0.2.1", "203.0.113.5"),  # not the proxy: not believed
    ],
)
def test_the_real_client_is_the_last_that_the_proxy_did_not_add(peer, forwarded, client):
    scope = {"type": "http", "client": (peer, 1), "scheme": "http", "headers": []}
    if forwarded:
        scope["headers"] = [(b"x-forwarded-for", forwarded.encode())]
    assert behind(scope, PROXY)["client"][0] == client


@pytest.mark.parametrize(
    ("kind", "peer", "scheme"),
    [("http", "10.1.0.1", "https"), ("websocket", "10.1.0.1", "wss"), ("http", "203.0.113.5", "http")],
)
def test_the_proxy_says_whether_the_way_to_it_is_encrypted(kind, peer, scheme):
    scope = {"type": kind, "client": (peer, 1), "scheme": "http"}
    found = behind(scope | {"headers": [(b"x-forwarded-proto", b"https")]}, PROXY)
    assert found["scheme"] == scheme
    assert headers.secure(found) is (scheme != "http")
    assert headers.cookie_name(found) == ("visitor" if scheme == "http" else "__Host-visitor")
