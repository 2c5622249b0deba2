"""What the data package says of itself, in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.report.material import Material
from indicators.report.package.shape import ENCODING, SEPARATOR, Table
from indicators.rows.practice import mark

DESCRIPTOR = "datapackage.json"
STANDARD = "Frictionless Data Package v1"
VALIDATE = "frictionless validate"


def title(material: Material) -> str:
    """The plan's name and the day; invented figures are said to be so first."""
    read = material.read
    named = read.say(
        "package.title", plan=_plain(read.pick(read.plan.name, read.plan.name_en)), as_of=material.as_of
    )
    return f"{mark(read)} {named}".strip()


def about(material: Material) -> list[str]:
    """What it is, of when, from where, and how it is to be read, in paragraphs."""
    read, plan = material.read, material.read.plan
    known = {
        "plan": _plain(read.pick(plan.name, plan.name_en)),
        "targets": len(plan.targets),
        "figures": len(material.observations),
        "as_of": material.as_of.isoformat(),
        "snapshot": material.snapshot,
    }
    told = [
        read.say("package.about.what", **known),
        read.say("package.about.day", **known),
        read.say("package.about.reading", encoding=ENCODING.upper(), separator=SEPARATOR),
        read.say("package.about.guard"),
        read.say("package.about.rights"),
    ]
    return [read.say("practice.banner"), *told] if mark(read) else told


def readme(material: Material, tables: Sequence[Table]) -> str:
    """README.md: the same, and what each table holds."""
    read = material.read
    parts = [
        f"# {title(material)}",
        *about(material),
        f"## {read.say('package.readme.tables')}",
        "\n".join(_line(material, table) for table in tables),
        read.say(
            "package.readme.fields",
            descriptor=f"`{DESCRIPTOR}`",
            standard=STANDARD,
            command=f"`{VALIDATE}`",
        ),
    ]
    return "\n\n".join(parts) + "\n"


def _line(material: Material, table: Table) -> str:
    return material.read.say(
        "package.readme.table",
        file=f"`{table.path}`",
        title=material.read.say(f"package.table.{table.name}"),
        rows=len(table.rows),
    )


def _plain(text: str) -> str:
    """On one line: a name with line ends would start headings of its own."""
    return " ".join(text.split())
