"""First migrations make their tables whole, so that an empty database is ready quickly."""

import copy
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps

from tools.fold_constraints import folded

FIRST = [
    config
    for config in apps.get_app_configs()
    if config.name.startswith("prongsai.")
    and (Path(config.path) / "migrations" / "0001_initial.py").exists()
]


@pytest.mark.parametrize("config", FIRST, ids=lambda config: config.label)
def test_a_first_migration_is_folded(config):
    made = import_module(f"{config.name}.migrations.0001_initial").Migration
    before = copy.deepcopy(made.operations)

    assert len(folded(before)) == len(made.operations), "run: make migrations"
