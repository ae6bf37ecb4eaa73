"""A framework as plain data, ready for JSON."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal

from prongsai.ita.frameworks.model import Framework


def as_json(framework: Framework) -> dict[str, object]:
    """Return every fact with its grounds; decimals and dates become texts.

    What is not known is null, and named under ``missing``.
    """
    return _fields(framework)


def _fields(part: object) -> dict[str, object]:
    if not is_dataclass(part):
        return {}
    return {f.name: _plain(getattr(part, f.name)) for f in fields(part)}


def _plain(value: object) -> object:
    match value:
        case Decimal() | date():
            return str(value)
        case tuple():
            return [_plain(entry) for entry in value]
        case Mapping():
            return {str(key): _plain(entry) for key, entry in value.items()}
        case _ if is_dataclass(value):
            return _fields(value)
        case _:
            return value
