"""Text in figures: escaped and marked up for plotly."""

from __future__ import annotations

import html

from indicators.typesetting import wrapped


def escaped(text: str) -> str:
    """Text that plotly shows as it is: no tag in it is ever one."""
    return html.escape(text, quote=False)


def hover(text: str) -> str:
    """Hover text: escaped, but its line breaks kept."""
    return escaped(text).replace("&lt;br&gt;", "<br>")


def coloured(text: str, colour: str, size: int | None = None, *, bold: bool = False) -> str:
    """Escaped text in a colour and, where given, a size in px."""
    style = f"color:{colour}" + (f";font-size:{size}px" if size else "")
    inner = f"<b>{escaped(text)}</b>" if bold else escaped(text)
    return f'<span style="{style}">{inner}</span>'


def broken(text: str, columns: float, most: int = 99) -> str:
    """Escaped text on as many lines as it needs, but only the first `most` and then …."""
    lines = wrapped(text, columns)
    more = "…" if len(lines) > most else ""
    return "<br>".join(escaped(line) for line in lines[:most]) + more
