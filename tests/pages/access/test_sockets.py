"""A browser may run pages and fetch what they offer, nothing else; and only from our own pages."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from pages.access.middleware import Gate
from pages.access.sockets import foreign, sifted, wanted
from tests.pages.access.asgi import Inside, ask, finished

RUN = BackMsg(rerun_script={"page_name": "overview"})
MADE = BackMsg(backend_operation_request={"request_id": "1", "deferred_file": {"file_id": "a"}})
UNWANTED = [
    BackMsg(clear_cache=True),
    BackMsg(load_git_info=True),
    BackMsg(set_run_on_save=True),
    BackMsg(debug_shutdown_runtime=True),
    BackMsg(backend_operation_request={"request_id": "1", "install_skills": {}}),
    BackMsg(backend_operation_request={"request_id": "1", "dismiss_skills_nudge": {}}),
    BackMsg(backend_operation_request={"request_id": "1"}),
    BackMsg(),
]


def socket(**headers: str) -> dict:
    given = {"host": "city.example:8501", **headers}
    return {"headers": [(name.encode(), value.encode()) for name, value in given.items()]}


@pytest.mark.parametrize("message", [RUN, MADE, BackMsg(stop_script=True), BackMsg(app_heartbeat=True)])
def test_what_pages_need_is_wanted(message):
    assert wanted(message.SerializeToString())


@pytest.mark.parametrize("message", UNWANTED, ids=str)
def test_what_no_page_sends_is_not(message):
    assert not wanted(message.SerializeToString())


def test_what_is_no_message_is_left_to_streamlit_to_refuse():
    assert wanted(b"\xff\xff")


def test_unwanted_messages_never_arrive_and_the_others_do():
    waiting = [
        {"type": "websocket.connect"},
        *({"type": "websocket.receive", "bytes": one.SerializeToString()} for one in [*UNWANTED, RUN]),
        {"type": "websocket.receive", "text": "clear"},
        {"type": "websocket.disconnect"},
    ]

    async def receive():
        return waiting.pop(0)

    async def taken():
        take = sifted(receive)
        return [await take() for _ in range(3)]

    kinds = [(one["type"], one.get("bytes")) for one in finished(taken())]
    run = ("websocket.receive", RUN.SerializeToString())
    assert kinds == [("websocket.connect", None), run, ("websocket.disconnect", None)]


@pytest.mark.parametrize(
    ("origin", "is_foreign"),
    [
        ("http://city.example:8501", False),
        ("https://City.Example:8501", False),
        ("http://city.example", True),
        ("http://city.example:8502", True),
        ("http://localhost:8501", True),
        ("http://evil.example", True),
        ("null", True),
        ("", True),
    ],
)
def test_a_page_of_another_server_or_port_is_foreign(origin, is_foreign):
    assert foreign(socket(origin=origin)) is is_foreign


def test_a_program_that_is_no_browser_names_no_origin():
    assert not foreign(socket())


@pytest.mark.parametrize(
    ("origin", "arrives"), [("http://city.example", True), ("http://evil.example", False)]
)
def test_a_foreign_websocket_never_reaches_streamlit(origin, arrives):
    inside = Inside()
    ask(Gate(inside), "GET", "ws://city.example/_stcore/stream", {"origin": origin}, kind="websocket")
    assert bool(inside.scope) is arrives


def test_a_start_asks_nobody_on_the_internet_for_our_address():
    config = (Path(__file__).parents[3] / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    assert tomllib.loads(config)["browser"]["serverAddress"] == "localhost"
