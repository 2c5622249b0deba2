"""Which headers and cookies say who somebody is, and whose word counts.

A reverse proxy is believed by its address alone: $PROXY_ADDRESSES, separated by commas, single ones or
networks (`10.1.2.0/24`). $PROXY_HEADER names the header in which it says who has logged in.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from typing import Any

SESSION = b"x-visitor-session"
"""Set by the middleware alone; `[server.trustedUserHeaders]` makes it `st.user.session`."""
ADDRESS = b"x-visitor-address"
COOKIE = "visitor"
SECURE_COOKIE = "__Host-visitor"
"""Over https: browsers take this name only with Secure, for the whole site and from no subdomain."""
IDENTITY = frozenset(
    {
        *(SESSION.decode(), ADDRESS.decode()),
        *("remote-user", "x-remote-user", "x-user", "x-username", "x-webauth-user", "x-authenticated-user"),
        *("x-forwarded-user", "x-forwarded-email", "x-forwarded-preferred-username", "x-forwarded-groups"),
        *("x-auth-request-user", "x-auth-request-email", "x-auth-request-preferred-username"),
        *("x-auth-request-groups", "x-ms-client-principal", "x-ms-client-principal-name"),
        *("x-goog-authenticated-user-email", "cf-access-authenticated-user-email"),
    }
)
"""Headers in which proxies state identities; none of them ever reaches a page."""

Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True)
class Proxy:
    """The reverse proxy that is believed; by default none."""

    header: str = ""
    addresses: tuple[str, ...] = ()

    @classmethod
    def configured(cls) -> Proxy:
        """As the environment says. Raises ValueError for an address that is none."""
        given = os.environ.get("PROXY_ADDRESSES", "").split(",")
        addresses = tuple(one.strip() for one in given if one.strip())
        for one in addresses:
            ip_network(one, strict=False)
        return cls(os.environ.get("PROXY_HEADER", "").strip(), addresses)

    def trusts(self, peer: str) -> bool:
        """Whether a connection comes from the proxy itself."""
        try:
            found = ip_address(peer)
        except ValueError:
            return False
        return any(found in ip_network(one, strict=False) for one in self.addresses)


def spelled(name: bytes | str) -> str:
    """One spelling of a header's name: `X_Forwarded_User` is `x-forwarded-user`, as it is to many servers."""
    text = name.decode("latin-1") if isinstance(name, bytes) else name
    return text.strip().lower().replace("_", "-")


def stripped(headers: Headers, proxy: Proxy) -> Headers:
    """The headers without any that state an identity, whoever sent them."""
    foreign = IDENTITY | ({spelled(proxy.header)} if proxy.header else set())
    return [(name, value) for name, value in headers if spelled(name) not in foreign]


def stated(headers: Headers, name: str) -> str:
    """The value of a header that stands there once; blank where it is missing or repeated."""
    found = [
        value.decode("utf-8", "replace").strip() for key, value in headers if spelled(key) == spelled(name)
    ]
    return found[0] if len(found) == 1 else ""


def behind(scope: dict[str, Any], proxy: Proxy) -> dict[str, Any]:
    """The scope with the address and scheme of the real client, where the proxy forwards for one."""
    peer = (scope.get("client") or ("", 0))[0]
    if not proxy.trusts(peer):
        return scope
    chain = [one.strip() for one in stated(scope["headers"], "x-forwarded-for").split(",") if one.strip()]
    client = next((one for one in reversed(chain) if not proxy.trusts(one)), peer)
    scheme = scope.get("scheme", "http")
    if stated(scope["headers"], "x-forwarded-proto") in ("https", "wss"):
        scheme = "wss" if scope["type"] == "websocket" else "https"
    return scope | {"client": (client, 0), "scheme": scheme}


def secure(scope: dict[str, Any]) -> bool:
    """Whether the client's connection is encrypted."""
    return scope.get("scheme") in ("https", "wss")


def cookie_name(scope: dict[str, Any]) -> str:
    """Under which name the session's cookie travels."""
    return SECURE_COOKIE if secure(scope) else COOKIE
