"""A browser of a few lines: one request to an ASGI application, http or websocket, and what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit


@dataclass
class Answer:
    status: int = 0
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: str = ""

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key == name]

    def one(self, name: str) -> str:
        (value,) = self.all(name)
        return value

    @property
    def cookies(self) -> dict[str, str]:
        return dict(one.partition(";")[0].split("=", 1) for one in self.all("set-cookie"))


def finished(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """What it returns; in a thread of its own, as tests in a browser leave a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()


def ask(
    app: Any,
    method: str,
    url: str,
    headers: Mapping[str, str] | None = None,
    form: Mapping[str, str] | None = None,
    *,
    client: str = "192.0.2.7",
    kind: str = "http",
    body: bytes = b"",
) -> Answer:
    """One request; `http://host/path?query`, `https`, `ws` or `wss`."""
    target = urlsplit(url if "://" in url else f"http://city.example{url}")
    given = {"host": target.netloc, **(headers or {})}
    if form is not None:
        body = urlencode(form).encode()
        given["content-type"] = "application/x-www-form-urlencoded"
    scope = {
        "type": kind,
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": target.scheme,
        "path": target.path,
        "raw_path": target.path.encode(),
        "query_string": target.query.encode(),
        "root_path": "",
        "headers": [(name.encode("latin-1"), value.encode("utf-8")) for name, value in given.items()],
        "client": (client, 50000),
        "server": (target.hostname, target.port or 80),
        "session": {},
    }
    if kind == "websocket":
        del scope["method"]
    return finished(_exchange(app, scope, body))


async def _exchange(app: Any, scope: dict[str, Any], body: bytes) -> Answer:
    answer = Answer()

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.headers = [(k.decode("latin-1"), v.decode("latin-1")) for k, v in message["headers"]]
        elif message["type"] == "http.response.body":
            answer.body += message.get("body", b"").decode("utf-8")

    await app(scope, receive, send)
    return answer


class Inside:
    """An application that remembers what reached it."""

    def __init__(self) -> None:
        self.scope: dict[str, Any] = {}

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        self.scope = scope
        if scope["type"] == "http":
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b"inside"})

    def told(self, name: str) -> list[str]:
        """The values of a header as they reached the application, however it was spelled."""
        wanted = name.lower().replace("_", "-")
        pairs = [(key.decode("latin-1"), value.decode("utf-8")) for key, value in self.scope["headers"]]
        return [value for key, value in pairs if key.lower().replace("_", "-") == wanted]
