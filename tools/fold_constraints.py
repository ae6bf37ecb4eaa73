"""Fold constraints and indexes of a first migration into the tables they belong to.

Django writes each as an operation of its own. Each makes SQLite copy the table and
Django draw all models anew, so that an empty database takes most of a minute. Written
with the table they cost nothing. Run it after ``makemigrations``:

    python -m tools.fold_constraints
"""

import os
import re
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import django
from django.apps import apps
from django.db.migrations import AddConstraint, AddField, AddIndex, CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.writer import MigrationWriter


def folded(operations: Sequence[Operation]) -> list[Operation]:
    """Move what can stand with its table there; return the operations that are left."""
    tables = {op.name.lower(): op for op in operations if isinstance(op, CreateModel)}
    later = {
        (op.model_name.lower(), op.name)
        for op in operations
        if isinstance(op, AddField)
    }
    kept: list[Operation] = []
    for op in operations:
        table = tables.get(getattr(op, "model_name", "").lower())
        if table is None or not _moves(op, later):
            kept.append(op)
        elif isinstance(op, AddConstraint):
            table.options.setdefault("constraints", []).append(op.constraint)
        elif isinstance(op, AddIndex):
            table.options.setdefault("indexes", []).append(op.index)
    return kept


def _moves(op: Operation, later: set[tuple[str, str]]) -> bool:
    """Whether an operation names no field that its table gets afterwards."""
    if not isinstance(op, AddConstraint | AddIndex):
        return False
    thing = op.constraint if isinstance(op, AddConstraint) else op.index
    said = repr(thing.deconstruct())
    return not any(
        model == op.model_name.lower() and re.search(rf"\b{name}(__|\b)", said)
        for model, name in later
    )


def main() -> None:
    """Rewrite every first migration of ours that can be folded."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "prongsai.config.settings")
    django.setup()
    for config in apps.get_app_configs():
        path = Path(config.path) / "migrations" / "0001_initial.py"
        if not config.name.startswith("prongsai.") or not path.exists():
            continue
        module = import_module(f"{config.name}.migrations.0001_initial")
        before = list(module.Migration.operations)
        after = folded(before)
        if len(after) < len(before):
            module.Migration.operations = after
            migration = module.Migration("0001_initial", config.label)
            text = MigrationWriter(migration, include_header=False).as_string()
            path.write_text(text, encoding="utf-8")
            print(f"folded: {config.label}")  # a command


if __name__ == "__main__":
    main()
