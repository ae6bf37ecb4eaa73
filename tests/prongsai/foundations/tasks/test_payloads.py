"""No task of the house can carry a name or what a case is about."""

import inspect
import typing
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import prongsai
from prongsai.foundations.tasks.office import OfficeTask

SOURCES = Path(prongsai.__file__).parent


def office_tasks() -> Iterator[OfficeTask[..., object]]:
    """Every task of every module that speaks of office tasks."""
    for path in sorted(SOURCES.rglob("*.py")):
        if "@office_task" not in path.read_text(encoding="utf-8"):
            continue
        inside = path.relative_to(SOURCES.parent).with_suffix("").parts
        module = import_module(".".join(inside))
        for value in vars(module).values():
            if (
                isinstance(value, OfficeTask)
                and value.func.__module__ == module.__name__
            ):
                yield value


TASKS = list(office_tasks())


def test_there_are_tasks():
    assert {"run_daily", "send_letter"} <= {task.name for task in TASKS}


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.module_path)
def test_every_task_takes_numbers_and_short_keys_by_name(task):
    function = inspect.unwrap(task.func)
    told = typing.get_type_hints(function)
    for parameter in inspect.signature(function).parameters.values():
        kinds = typing.get_args(told[parameter.name]) or (told[parameter.name],)

        assert parameter.kind is parameter.KEYWORD_ONLY, parameter
        assert set(kinds) <= {int, str, bool, type(None)}, parameter
