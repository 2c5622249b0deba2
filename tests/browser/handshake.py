"""`handshake.py ADDRESS NAME=VALUE …`: open Streamlit's websocket with these headers, print what it sends.

No browser lets a page set headers of a websocket; a program of one's own does.
"""

from __future__ import annotations

import asyncio
import sys

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol


async def main(address: str, headers: list[tuple[str, str]]) -> None:
    """Ask for the page of accounts; print every message until the run is over."""
    place = address.replace("http://", "ws://") + "/_stcore/stream"
    streamlit = [Subprotocol("streamlit")]
    async with connect(place, additional_headers=headers, subprotocols=streamlit, origin=None) as socket:
        asked = BackMsg()
        asked.rerun_script.page_name = "accounts"
        await socket.send(asked.SerializeToString())
        async for data in socket:
            message = ForwardMsg()
            message.ParseFromString(data if isinstance(data, bytes) else data.encode())
            print(message.delta.new_element.html.body)
            if message.WhichOneof("type") == "script_finished":
                return


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    given = [(name, value) for name, _, value in (one.partition("=") for one in sys.argv[2:])]
    asyncio.run(asyncio.wait_for(main(sys.argv[1], given), 50))
