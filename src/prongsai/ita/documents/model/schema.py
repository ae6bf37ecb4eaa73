"""The JSON schema of a report, made from the dataclasses themselves."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from inspect import cleandoc
from types import NoneType, UnionType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from prongsai.ita.documents.model.codec import json_name
from prongsai.ita.documents.model.report import SCHEMA, Report, Source

Schema: TypeAlias = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def report_schema() -> Schema:
    """Return the schema of ``prongsai read --format json`` (JSON Schema 2020-12)."""
    definitions: dict[str, Schema] = {}
    body = _object(Report, definitions)
    properties = {"schema": {"const": SCHEMA}, **body["properties"]}
    return {
        "$schema": _DRAFT,
        "title": SCHEMA,
        **body,
        "properties": properties,
        "required": ["schema", *body["required"]],
        "$defs": dict(sorted(definitions.items())),
    }


def _object(kind: type, definitions: dict[str, Schema]) -> Schema:
    hints = get_type_hints(kind)
    names = [f for f in fields(kind) if f.name != "changes"]
    sparse = kind is Source
    return {
        "description": cleandoc(kind.__doc__ or "").replace("``", ""),
        "type": "object",
        "properties": {
            json_name(f.name): _of(hints[f.name], definitions) for f in fields(kind)
        },
        "required": [] if sparse else [json_name(f.name) for f in names],
        "additionalProperties": False,
    }


def _of(kind: Any, definitions: dict[str, Schema]) -> Schema:  # noqa: ANN401  # by type hint
    if get_origin(kind) is UnionType:
        [inner] = [k for k in get_args(kind) if k is not NoneType]
        return {"anyOf": [_of(inner, definitions), {"type": "null"}]}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _of(get_args(kind)[0], definitions)}
    if get_origin(kind) is Mapping:
        return {"type": "object", "additionalProperties": {"type": "string"}}
    if is_dataclass(kind) and isinstance(kind, type):
        return _reference(kind, definitions)
    return _scalar(kind)


def _reference(kind: type, definitions: dict[str, Schema]) -> Schema:
    if kind.__name__ not in definitions:
        definitions[
            kind.__name__
        ] = {}  # an item holds items: name it before looking in
        definitions[kind.__name__] = _object(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _scalar(kind: type) -> Schema:
    if kind is date:
        return {"type": "string", "format": "date"}
    if issubclass(kind, StrEnum):
        return {"type": "string", "enum": [str(member) for member in kind]}
    return {"type": {str: "string", int: "integer"}[kind]}
