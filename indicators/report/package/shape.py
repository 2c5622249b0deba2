"""A table of the data package: its columns, its rows, and what a validator is told of both.

Data Package v1 (specs.frictionlessdata.io): types, constraints, primary and foreign keys.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any, Literal

from indicators.rows.export import as_csv, harmless
from indicators.rows.practice import columns as practice_columns
from indicators.rows.reading import Reading

SEPARATOR = ";"
"""Between the codes of a cell that holds several, as in the tables of a plan."""
ENCODING = "utf-8"
"""With a byte-order mark, which validators skip and without which Excel takes Chinese for something else."""
DIALECT = {
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
    "header": True,
}
"""How the files are written, said in full: validators guess at what is left open, and notes mislead them."""
FOLDER = "data"

Type = Literal["string", "integer", "number", "boolean", "date", "year"]


@dataclass(frozen=True)
class Column:
    """A column; `allowed` are all its words, `several` all codes of which a cell may list some."""

    name: str
    type: Type = "string"
    required: bool = False
    allowed: Sequence[str] | None = None
    several: Sequence[str] | None = None
    bounds: tuple[float, float] | None = None

    def field(self, read: Reading) -> dict[str, Any]:
        """The column as a schema describes it, in the reader's language."""
        limits: dict[str, Any] = {"required": True} if self.required else {}
        if self.allowed is not None:
            limits["enum"] = [harmless(str(word)) for word in self.allowed]
        if self.several is not None:
            limits["pattern"] = listing(self.several)
        if self.bounds is not None:
            limits["minimum"], limits["maximum"] = self.bounds
        told = {"name": self.name, "type": self.type, "description": read.say(f"package.field.{self.name}")}
        return told | ({"constraints": limits} if limits else {})


@dataclass(frozen=True)
class Link:
    """The values of a column stand in the column `at` of a table, of the same one where that is blank."""

    column: str
    table: str
    at: str


@dataclass(frozen=True)
class Table:
    """Rows by column name; None is a value that is missing. `key` are the columns that tell rows apart."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Mapping[str, object]]
    key: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def path(self) -> str:
        """Its file in the package."""
        return f"{FOLDER}/{self.name}.csv"

    def content(self, read: Reading) -> bytes:
        """The table as CSV; invented figures say so first in every row.

        Every text is kept from running as a formula, codes too: both ends of a link alike, so that they still
        meet.
        """
        names = [column.name for column in self.columns]
        rows = [{name: cell(row[name]) for name in names} for row in self.rows]
        return as_csv(rows, practice_columns(read), names)

    def resource(self, read: Reading, content: bytes) -> dict[str, Any]:
        """The table with its `content` as the package describes it."""
        return {
            "profile": "tabular-data-resource",
            "name": self.name,
            "path": self.path,
            "title": read.say(f"package.table.{self.name}"),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": ENCODING,
            "dialect": DIALECT,
            "bytes": len(content),
            "hash": f"sha256:{sha256(content).hexdigest()}",
            "schema": self._schema(read),
        }

    def _schema(self, read: Reading) -> dict[str, Any]:
        schema: dict[str, Any] = {
            "fields": [*_marks(read), *(column.field(read) for column in self.columns)],
            "missingValues": [""],
        }
        if self.key:
            schema["primaryKey"] = list(self.key)
        if self.links:
            schema["foreignKeys"] = [
                {"fields": [one.column], "reference": {"resource": one.table, "fields": [one.at]}}
                for one in self.links
            ]
        return schema


def rows_of(columns: Sequence[Column], things: Sequence[object]) -> list[dict[str, object]]:
    """Things whose attributes have the names of the columns, as rows."""
    return [{column.name: getattr(thing, column.name) for column in columns} for thing in things]


def cell(value: object) -> str:
    """A value as a machine reads it back; numbers without an exponent, which would look like a formula."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return _number(value)
        case date():
            return value.isoformat()
        case list() | tuple():
            return SEPARATOR.join(harmless(str(one)) for one in value)
        case _:
            return str(value)


def listing(codes: Sequence[str]) -> str:
    """The pattern of a cell that lists some of the codes."""
    any_code = "|".join(re.escape(harmless(str(code))) for code in codes)
    return f"({any_code})({SEPARATOR}({any_code}))*"


def _number(value: float) -> str:
    """Exact; no zeros at its end, and none that is less than zero."""
    written = format(Decimal(repr(value + 0)), "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def _marks(read: Reading) -> list[dict[str, Any]]:
    """The fields that say of every row that it is invented."""
    return [
        {
            "name": name,
            "type": "string",
            "description": word,
            "constraints": {"required": True, "enum": [word]},
        }
        for name, word in practice_columns(read).items()
    ]
