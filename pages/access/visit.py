"""Who is at the other end of a run of a page: what `st.user` says, looked up in the database each time.

A websocket keeps its headers for its lifetime; so what counts is not that somebody once logged in but that
the session is still good now.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from pages.access import sessions
from pages.access.database import reading, writing
from pages.access.model import Session

KEY = "session"
"""Of `st.user`: the digest that the middleware puts into its header, None where nobody is logged in."""
ADDRESS = "address"
"""Of `st.user`: where the request came from, for the audit; set by the middleware as well."""


def session_of(user: Mapping[str, object], at: datetime) -> Session | None:
    """The good session behind a run, noted as in use. Raises AccountsUnreadable."""
    digest = user.get(KEY)
    if not isinstance(digest, str) or not digest:
        return None
    with reading() as connection:
        found = sessions.look_up(connection, digest, at)
        old = found and sessions.stale(connection, digest, at)
    if old:
        with writing() as connection:
            sessions.note(connection, digest, at)
    return found
