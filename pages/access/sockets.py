"""What a browser may ask over the websocket: runs of a page, and the files that a page offers.

Streamlit takes more from anybody who has a page open, whatever its menu shows: to empty every cache of the
server, to watch its files, to write files beside the application, to tell of its Git repository.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from google.protobuf.message import DecodeError
from starlette.types import Message, Receive
from streamlit.proto.BackMsg_pb2 import BackMsg

from pages.access.headers import stated

TAKEN = ("rerun_script", "stop_script", "file_urls_request", "app_heartbeat")
OPERATION = "backend_operation_request"
OPERATIONS = ("deferred_file", "dataframe_chunk")
"""Of the operations: a file made on the click, a further part of a table."""


def foreign(scope: dict[str, Any]) -> bool:
    """Whether a page of another server opens the websocket.

    Streamlit lets in pages of any port of this machine, and to find out its addresses asks a server on the
    internet, while everybody waits.
    """
    origin = stated(scope["headers"], "origin")
    named = any(name == b"origin" for name, _ in scope["headers"])
    return named and urlsplit(origin).netloc.lower() != stated(scope["headers"], "host").lower()


def sifted(receive: Receive) -> Receive:
    """The messages of a browser without those that no page of ours sends."""

    async def take() -> Message:
        while True:
            message = await receive()
            if message["type"] != "websocket.receive" or wanted(message.get("bytes") or b""):
                return message

    return take


def wanted(content: bytes) -> bool:
    """Whether a message is one that pages need, or none at all, which Streamlit answers by hanging up."""
    try:
        asked = BackMsg.FromString(content)
    except DecodeError:
        return True
    kind = asked.WhichOneof("type")
    if kind == OPERATION:
        return asked.backend_operation_request.WhichOneof("payload") in OPERATIONS
    return kind in TAKEN
