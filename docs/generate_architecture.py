"""Draws the pictures in ARCHITECTURE.md from the imports themselves."""

import re
from collections.abc import Callable
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[1]
_PAGE = ROOT / "ARCHITECTURE.md"
_BETWEEN = re.compile(r"<!-- picture: (\w+) -->\n.*?<!-- /picture -->", re.DOTALL)


def architecture_page() -> str:
    """ARCHITECTURE.md with its pictures drawn anew; the words around them stay."""
    rooms = {"house": _floor, "rooms": _foundation, "books": _book}

    def drawn(found: re.Match[str]) -> str:
        name = found[1]
        return f"<!-- picture: {name} -->\n{_picture(rooms[name])}<!-- /picture -->"

    return _BETWEEN.sub(drawn, _PAGE.read_text(encoding="utf-8"))


def _picture(room: Callable[[list[str]], str]) -> str:
    """Which part uses which, as a Mermaid graph; a part named "" is left out."""
    graph = grimp.build_graph("prongsai", cache_dir=None)
    arrows = {
        (room(module.split(".")[1:]), room(imported.split(".")[1:]))
        for module in graph.modules
        for imported in graph.find_modules_directly_imported_by(module)
    }
    lines = [f"    {a} --> {b}" for a, b in sorted(arrows) if a and b and a != b]
    return "\n".join(["```mermaid", "graph TD", *lines, "```", ""])


def _floor(names: list[str]) -> str:
    """The floor of the house a module is on."""
    return names[0] if names and not names[0].startswith("__") else ""


def _foundation(names: list[str]) -> str:
    """The foundation a module belongs to."""
    return names[1] if names[:1] == ["foundations"] and len(names) > 1 else ""


def _book(names: list[str]) -> str:
    """The part of the library a module belongs to."""
    if names[:1] != ["ita"] or len(names) == 1:
        return ""
    return ".".join(names[1:3] if names[1] == "documents" else names[1:2])
