"""A report to JSON and back. Nothing is lost, nothing is guessed."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from prongsai.ita.documents.model.report import SCHEMA, Changes, Report, Source
from prongsai.ita.errors import BadReportJson

Json: TypeAlias = Any
"""What ``json`` gives back: only its own types, checked before they are used."""

# Left out of the JSON when they hold nothing.
_SPARSE = (Source,)
_OPTIONAL = {"changes"}


def to_data(report: Report) -> dict[str, Json]:
    """Return the report as plain lists, dictionaries and strings, ``schema`` first."""
    return {"schema": SCHEMA, **_object(report)}


def to_json(report: Report, *, indent: int | None = 2) -> str:
    """Return the report as JSON with Thai letters as they are."""
    return json.dumps(to_data(report), ensure_ascii=False, indent=indent)


def from_json(text: str, name: str = "JSON") -> Report:
    """Read a report back. Raises ``BadReportJson`` that says where and what."""
    try:
        data = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise BadReportJson(name=name, where="/", problem=str(error)) from error
    return from_data(data, name)


def from_data(data: Json, name: str = "JSON") -> Report:
    """Build a report from plain data. Raises ``BadReportJson``."""
    if not isinstance(data, dict) or data.get("schema", SCHEMA) != SCHEMA:
        raise BadReportJson(name=name, where="/schema", problem=f"!= {SCHEMA}")
    rest = {key: value for key, value in data.items() if key != "schema"}
    try:
        report = _build(Report, rest, "")
    except _Misfit as misfit:
        raise BadReportJson(
            name=name, where=misfit.where or "/", problem=misfit.problem
        ) from misfit
    except RecursionError as error:
        raise BadReportJson(name=name, where="/", problem="nesting") from error
    return report if isinstance(report, Report) else Report()


class _Misfit(Exception):
    def __init__(self, where: str, problem: str) -> None:
        super().__init__(where, problem)
        self.where, self.problem = where, problem


def json_name(attribute: str) -> str:
    """Name of an attribute in the JSON: ``from_`` is ``from``, all others as is."""
    return attribute.rstrip("_")


def _object(value: Any) -> dict[str, Json]:  # noqa: ANN401  # any of the dataclasses
    pairs = {f.name: getattr(value, f.name) for f in fields(value)}
    if isinstance(value, _SPARSE):
        pairs = {key: item for key, item in pairs.items() if item}
    return {
        json_name(key): _plain(item)
        for key, item in pairs.items()
        if not (key in _OPTIONAL and item in (None, Changes()))
    }


def _plain(value: object) -> Json:
    if is_dataclass(value):
        return _object(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, StrEnum) else value


def _build(kind: Any, data: Json, where: str) -> Any:  # noqa: ANN401  # by type hint
    if get_origin(kind) is UnionType:
        [inner] = [k for k in get_args(kind) if k is not NoneType]
        return None if data is None else _build(inner, data, where)
    if get_origin(kind) is tuple:
        return _sequence(get_args(kind)[0], data, where)
    if get_origin(kind) is Mapping:
        return _mapping(data, where)
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass(kind, data, where)
    return _scalar(kind, data, where)


def _sequence(kind: object, data: Json, where: str) -> tuple[object, ...]:
    if not isinstance(data, list):
        raise _Misfit(where, "not a list")
    return tuple(_build(kind, item, f"{where}/{n}") for n, item in enumerate(data))


def _mapping(data: Json, where: str) -> Mapping[str, str]:
    if not isinstance(data, dict) or not all(
        isinstance(item, str) for item in data.values()
    ):
        raise _Misfit(where, "not texts by key")
    return dict(data)


def _dataclass(kind: type, data: Json, where: str) -> object:
    if not isinstance(data, dict):
        raise _Misfit(where, "not an object")
    hints = get_type_hints(kind)
    names = {json_name(f.name): f.name for f in fields(kind)}
    if unknown := sorted(set(data) - set(names)):
        raise _Misfit(f"{where}/{unknown[0]}", "unknown")
    values = {
        names[key]: _build(hints[names[key]], item, f"{where}/{key}")
        for key, item in data.items()
    }
    try:
        return kind(**values)
    except TypeError as error:
        raise _Misfit(where, str(error)) from error


def _scalar(kind: Any, data: Json, where: str) -> object:  # noqa: ANN401  # by type hint
    try:
        if kind is date:
            return date.fromisoformat(data)
        if issubclass(kind, StrEnum):
            return kind(data)
    except (ValueError, TypeError) as error:
        raise _Misfit(where, str(error)) from error
    if not isinstance(data, kind) or isinstance(data, bool):
        raise _Misfit(where, f"not {kind.__name__}")
    return data
