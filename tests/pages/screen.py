"""What a page shows, read back from a run without a browser."""

from __future__ import annotations

import html
import json
import re
from html.parser import HTMLParser
from typing import Any

Row = dict[str, str]


def markup(app: Any) -> str:
    """All HTML of a page."""
    return "\n".join(element.proto.body for element in app.get("html"))


def text(app: Any) -> str:
    """All HTML of a page as text, white space folded, without style sheet and script."""
    bare = re.sub(r"<(style|script)>.*?</\1>", "", markup(app), flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", bare)).split())


def cells(app: Any) -> dict[int, str]:
    """The board: number of a target → the text of its cell."""
    found = re.findall(r'<a class="cell.*?</a>', markup(app), flags=re.DOTALL)
    told = [" ".join(html.unescape(re.sub(r"<[^>]+>", " ", cell)).split()) for cell in found]
    return {int(cell.split(" ", 1)[0]): cell for cell in told}


def facts(app: Any) -> dict[str, str]:
    """Label → value of the tiles."""
    pairs = re.findall(r"<dt>(.*?)</dt><dd>(.*?)(?:<small>|</dd>)", markup(app))
    return {html.unescape(label): html.unescape(value) for label, value in pairs}


def tables(app: Any) -> list[list[Row]]:
    """Every table as rows of heading → text."""
    reader = _Tables()
    reader.feed(markup(app))
    return [[dict(zip(grid[0], row, strict=True)) for row in grid[1:]] for grid in reader.grids]


def drawing(app: Any, place: int = 0) -> str:
    """The specification of a chart, line breaks and tags of its texts taken out."""
    spec = json.dumps(json.loads(app.get("plotly_chart")[place].proto.spec), ensure_ascii=False)
    return html.unescape(re.sub(r"<[^>]+>", "", spec))


def percent(chance: float | None) -> str:
    """A chance of the command line as a page shows it; there it is cut off at 0.02 and 0.98."""
    ends = {None: "—", 0.02: "<2%", 0.98: ">98%"}
    return ends.get(chance) or f"{round(100 * (chance or 0.0))}%"


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.grids: list[list[list[str]]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag == "table":
            self.grids.append([])
        elif tag == "tr":
            self.grids[-1].append([])
        elif tag in ("td", "th"):
            self.grids[-1][-1].append("")
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.grids[-1][-1][-1] += data
