"""Draws the picture in ARCHITECTURE.md from the imports themselves."""

import re
from collections.abc import Iterator
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[1]
_PAGE = ROOT / "ARCHITECTURE.md"
_BETWEEN = re.compile(r"(?<=<!-- picture -->\n).*?(?=<!-- /picture -->)", re.DOTALL)


def architecture_page() -> str:
    """ARCHITECTURE.md with its picture drawn anew; the words around it stay."""
    return _BETWEEN.sub(picture(), _PAGE.read_text(encoding="utf-8"))


def picture() -> str:
    """Which part uses which, as a Mermaid graph."""
    lines = [f"    {a} --> {b}" for a, b in sorted(_arrows())]
    return "\n".join(["```mermaid", "graph TD", *lines, "```", ""])


def _arrows() -> set[tuple[str, str]]:
    graph = grimp.build_graph("prongsai", cache_dir=None)
    return {
        (_room(module), _room(imported))
        for module in graph.modules
        for imported in graph.find_modules_directly_imported_by(module)
        if _room(module) != _room(imported)
    }


def _room(module: str) -> str:
    """The part of the house a module stands in, at the depth people speak of."""
    return ".".join(_parts(module))


def _parts(module: str) -> Iterator[str]:
    names = module.split(".")[1:]
    if not names:
        yield "version"
    elif names[0] != "ita":
        yield names[0]
    elif names[1:2] == ["documents"]:
        yield from names[1:3]
    else:
        yield from names[1:2] or ["ita"]
