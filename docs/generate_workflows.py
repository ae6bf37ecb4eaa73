"""Draws every workflow of the website from its table of moves."""

import importlib
import os
from collections.abc import Iterator
from pathlib import Path

import django

from prongsai.ita.workflow import Workflow

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "src"
HEAD = """# Workflows

Drawn from the tables of moves in each `states.py` by `make docs`; the comment beside
each move in the source names the rule or the person who asked for it.
"""


def workflows_page() -> str:
    """One picture for each workflow, in the order of the folders."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    return "\n".join([HEAD, *(_section(*found) for found in _workflows())])


def _workflows() -> Iterator[tuple[str, str, Workflow]]:  # type: ignore[type-arg]  # of any states
    for path in sorted((SOURCES / "prongsai").rglob("*.py")):
        inside = path.relative_to(SOURCES).with_suffix("").parts
        if "states" not in inside:
            continue
        module = importlib.import_module(".".join(inside).removesuffix(".__init__"))
        for name, found in sorted(vars(module).items()):
            if isinstance(found, Workflow) and path.name != "__init__.py":
                yield ".".join(inside[1:]), name, found


def _section(module: str, name: str, workflow: Workflow) -> str:  # type: ignore[type-arg]  # as above
    return f"## {module}: {name}\n\n```mermaid\n{workflow.mermaid()}```\n"
