"""The house: where code belongs and how big it may be. Each test lists every violation at once."""

from __future__ import annotations

import ast
import re
import statistics
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NOT_OURS = {".git", ".venv", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
PRODUCT = ("app.py", "indicators", "etl", "pages")

FLOORS = {
    **dict.fromkeys(("model", "errors"), 0),
    **dict.fromkeys(("units", "words", "tables", "targets", "catalogue", "series", "areas", "chain"), 1),
    **dict.fromkeys(("palette", "typesetting", "reporting"), 1),
    **dict.fromkeys(("tracks", "scope", "flags", "projection", "rules", "gaps"), 2),
    **dict.fromkeys(("forecasts", "scoring"), 2),
    **dict.fromkeys(("assessment", "lookback", "rows"), 3),
    **dict.fromkeys(("store", "figures", "report"), 4),
    "commands": 5,
    "__main__": 6,
}
"""Parts of `indicators`: an import goes down or stays level, never in a circle; floor 4 keeps apart."""

MAY_IMPORT = {
    "indicators": {"indicators"},
    "etl": {"etl", "indicators"},
    "pages": {"pages", "indicators"},
    "pages/statistician": {"pages", "indicators", "etl"},
    "app.py": {"pages", "indicators", "etl"},
}

HOMES = {
    "streamlit": ("app.py", "pages/"),
    "starlette": ("app.py", "pages/access/"),
    "sqlite3": ("pages/access/", "etl/journal/"),
    "argon2": ("pages/access/",),
    "authlib": ("pages/access/",),
    "plotly": ("indicators/figures/",),
    "duckdb": ("indicators/store/", "etl/"),
    "pyarrow": ("indicators/store/", "etl/"),
    "scipy": ("indicators/projection/",),
    "defusedxml": ("etl/readers/",),
    "openpyxl": ("etl/", "indicators/report/"),
    "typst": ("indicators/report/",),
    "matplotlib": ("indicators/report/",),
    "fontTools": ("indicators/report/fonts/",),
}

BUILT = (("data", "warehouse"), ("data", "practice"))
"""Folders that a build writes."""
NOT_PAGES = {"parts", "access"}
"""Folders of pages/ that hold what pages share."""
TYPES_ONLY = (
    "indicators/model",  # frozen types and enums; whatever uses them tests them
    "indicators/errors.py",
    "indicators/rows/shapes.py",
    "indicators/report/blocks.py",
    "indicators/report/material.py",
    "etl/readers/document.py",
)
BANNED_NAMES = {"util", "utils", "helper", "helpers", "misc", "common"}
WORKPLACE = re.compile(
    r"(?<![\w.])/(?:wor[k]|roo[t])/|(?<![\w.])/home/[a-z]\w*/|/tmp/bash_job[s]|\.\./share[d]\b"
)
"""Paths of one machine; the brackets keep the pattern from finding itself."""
OURS = {"indicators", "etl", "pages", "app"}


def test_imports_go_down() -> None:
    show([*floorless(), *climbing(), *circles()])


def test_pages_and_etl_meet_in_indicators_only() -> None:
    wrong = [
        f"{name(path)}: imports {target}"
        for path in product()
        for target in imports(path)
        if (package := target.split(".")[0]) in OURS and package not in allowed(path)
    ]
    show(wrong)


def test_each_library_has_one_home() -> None:
    wrong = [
        f"{name(path)}: imports {library}, whose home is {' and '.join(HOMES[library])}"
        for path in product()
        for library in sorted({target.split(".")[0] for target in imports(path)} & set(HOMES))
        if not name(path).startswith(HOMES[library])
    ]
    show(wrong)


def test_functions_are_short() -> None:
    sizes = [(f"{name(path)}: {node.name}", lines(node)) for path in product() for node in functions(path)]
    show([f"{where} has {size} lines, at most 30" for where, size in sizes if size > 30])
    assert statistics.median(size for _, size in sizes) <= 10, "the median function has more than 10 lines"


def test_modules_are_short() -> None:
    sizes = {name(path): len(text(path).splitlines()) for path in product()}
    show([f"{where} has {size} lines, at most 200" for where, size in sizes.items() if size > 200])


def test_pages_have_40_to_80_lines() -> None:
    sizes = {name(path): len(text(path).splitlines()) for path in scripts()}
    wrong = [(where, size) for where, size in sizes.items() if not 40 <= size <= 80]
    show([f"{where} has {size} lines, 40 to 80 wanted" for where, size in wrong])


def test_pages_live_in_a_folder_per_audience() -> None:
    """Streamlit would find a script directly under pages/ by itself, without the router's role check."""
    show([f"{name(path)}: belongs in a folder of pages/" for path in (ROOT / "pages").glob("*.py")])


def test_a_page_reads_from_top_to_bottom() -> None:
    """A helper in a page is a module waiting to move to pages/parts."""
    show([f"{name(path)}: move {node.name} to parts" for path in scripts() for node in functions(path)])


def test_public_names_are_documented() -> None:
    wrong = []
    for path in product():
        named = [
            node
            for node in ast.walk(tree(path))
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef | ast.Module)
            and not getattr(node, "name", "").startswith("_")
            and (text(path).strip() or not isinstance(node, ast.Module))
        ]
        inner = {part for node in functions(path) for part in ast.walk(node) if part is not node}
        bare = [node for node in named if node not in inner and not ast.get_docstring(node)]
        wrong += [f"{name(path)}: {getattr(node, 'name', 'the module')}" for node in bare]
    show([f"{where} has no docstring" for where in wrong])


def test_tests_mirror_the_modules() -> None:
    wrong = [
        f"{name(path)}: no {' or '.join(map(name, mirrors(path)))}"
        for path in product("indicators", "etl")
        if functions(path) and not name(path).startswith(TYPES_ONLY)
        if not any(mirror.exists() for mirror in mirrors(path))
    ]
    show(wrong)


def test_no_module_is_a_drawer() -> None:
    wrong = [name(path) for path in ours("*.py") if BANNED_NAMES & {path.stem, path.parent.name}]
    show([f"{where}: name it after what it is about" for where in wrong])


def test_the_tree_names_no_machine() -> None:
    wrong = []
    for path in ours("*"):
        try:
            content = text(path)
        except UnicodeDecodeError:
            continue
        found = sorted({match.group() for match in WORKPLACE.finditer(content)})
        wrong += [f"{name(path)}: {place}" for place in found]
    show(wrong)


def show(violations: list[str]) -> None:
    """Fail with every violation, one a line."""
    if violations:
        pytest.fail(f"{len(violations)} violations\n  " + "\n  ".join(violations), pytrace=False)


@cache
def tracked() -> tuple[Path, ...]:
    """Every file of the tree that is not a tool's or a build's."""
    tops = [top for top in ROOT.iterdir() if top.name not in NOT_OURS]
    inner = [path for top in tops for path in ([top] if top.is_file() else top.rglob("*")) if path.is_file()]
    parts = {path: path.relative_to(ROOT).parts for path in inner}
    return tuple(
        path for path in sorted(inner) if not NOT_OURS & {*parts[path]} and parts[path][:2] not in BUILT
    )


def ours(pattern: str) -> Iterator[Path]:
    return (path for path in tracked() if fnmatch(path.name, pattern))


def product(*parts: str) -> list[Path]:
    return [path for path in ours("*.py") if path.relative_to(ROOT).parts[0] in (parts or PRODUCT)]


def scripts() -> list[Path]:
    """Pages: what lies in a folder of an audience."""
    found = [path for path in product("pages") if path.parent.parent == ROOT / "pages"]
    return [path for path in found if path.parent.name not in NOT_PAGES and path.name != "__init__.py"]


def mirrors(path: Path) -> list[Path]:
    """Where the tests of a module may be; a package's own code may be tested beside or inside."""
    folder = ROOT / "tests" / path.parent.relative_to(ROOT)
    if path.stem == "__init__":
        return [folder.parent / f"test_{folder.name}.py", folder / f"test_{folder.name}.py"]
    return [folder / f"test_{path.stem.strip('_')}.py"]


def floorless() -> list[str]:
    known = {part(dotted(path)) for path in product("indicators")} - {""}
    return [f"indicators.{one}: has no floor; give it one in FLOORS" for one in sorted(known - set(FLOORS))]


def climbing() -> list[str]:
    wrong = []
    for path in product("indicators"):
        own = part(dotted(path))
        for other in sorted({part(target) for target in inside(path)} - {own, ""}):
            from_floor, to_floor = FLOORS.get(own, 9), FLOORS.get(other, 0)
            if to_floor > from_floor or to_floor == from_floor == 4:
                wrong.append(f"{name(path)}: floor {from_floor} imports {other}, floor {to_floor}")
    return wrong


def circles() -> list[str]:
    """Parts of `indicators` that import each other, over any number of steps."""
    graph: dict[str, set[str]] = {}
    for path in product("indicators"):
        own = part(dotted(path))
        graph.setdefault(own, set()).update({part(target) for target in inside(path)} - {own, ""})
    while leaves := {one for one, needs in graph.items() if not needs & set(graph)}:
        graph = {one: needs for one, needs in graph.items() if one not in leaves}
    return [
        f"indicators.{one}: in or above a circle with {sorted(needs & set(graph))}"
        for one, needs in graph.items()
    ]


def part(module: str) -> str:
    """`indicators.rows.board` → `rows`."""
    return (module.split(".") + [""])[1]


def inside(path: Path) -> list[str]:
    return [target for target in imports(path) if target.startswith("indicators.")]


def allowed(path: Path) -> set[str]:
    return MAY_IMPORT[max((key for key in MAY_IMPORT if name(path).startswith(key)), key=len)]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def dotted(path: Path) -> str:
    return name(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(text(path))


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def imports(path: Path) -> list[str]:
    """Every imported module, wherever in the file; `from a import b` counts as `a.b`."""
    found = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module if not node.level else ".".join(dotted(path).split(".")[: -node.level])
            found += [f"{base}.{alias.name}" for alias in node.names]
    return found
