"""What a task may carry: keys and numbers, never a name, never what a case is about."""

import re
from collections.abc import Mapping
from typing import TypeAlias

Argument: TypeAlias = int | str | bool | None

_KEY = re.compile(r"[a-z0-9_.:/-]{1,120}", re.IGNORECASE | re.ASCII)


class BadPayload(TypeError):
    """Code of ours hands a task something that is neither a number nor a short key."""


def checked(arguments: Mapping[str, object]) -> dict[str, Argument]:
    """Return the arguments when all are numbers or short keys; raise ``BadPayload``.

    >>> checked({"loan": 7, "kind": "lending.due-soon"})
    {'loan': 7, 'kind': 'lending.due-soon'}
    """
    return {name: _checked(name, value) for name, value in arguments.items()}


def _checked(name: str, value: object) -> Argument:
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, str) and _KEY.fullmatch(value):
        return value
    raise BadPayload(name)
