"""What differs between two frameworks, fact by fact, so that nobody takes over unseen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prongsai.ita.frameworks.export import as_json
from prongsai.ita.frameworks.model import Framework

_NAMES = ("code", "key", "number", "about", "th")
"""By which field a part of a list is known again, the first that it has."""

Path = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One fact that came, went (None) or changed; ``path`` leads to it.

    Parts of lists are named by themselves: ``("items", "o12", "elements",
    "procurement.item.name", "th")``.
    """

    path: Path
    before: str | None
    after: str | None


@dataclass(frozen=True, kw_only=True)
class Summary:
    """What a reader asks first: items and requirement keys that came and went."""

    items_added: tuple[str, ...]
    items_gone: tuple[str, ...]
    keys_added: tuple[str, ...]
    keys_gone: tuple[str, ...]


def differences(old: Framework | None, new: Framework) -> tuple[Difference, ...]:
    """Return every fact in which two frameworks differ, in the order of the files."""
    before = {} if old is None else dict(_flat(as_json(old)))
    after = dict(_flat(as_json(new)))
    paths = [*after, *(path for path in before if path not in after)]
    return tuple(
        Difference(path=path, before=before.get(path), after=after.get(path))
        for path in paths
        if before.get(path) != after.get(path)
    )


def summary(old: Framework | None, new: Framework) -> Summary:
    """Return which items and which requirement keys came and went."""
    items = {} if old is None else {item.code: None for item in old.items or ()}
    keys = {} if old is None else dict.fromkeys(_keys(old))
    new_items = [item.code for item in new.items or ()]
    new_keys = list(_keys(new))
    return Summary(
        items_added=tuple(code for code in new_items if code not in items),
        items_gone=tuple(code for code in items if code not in new_items),
        keys_added=tuple(key for key in new_keys if key not in keys),
        keys_gone=tuple(key for key in keys if key not in new_keys),
    )


def _keys(framework: Framework) -> Iterator[str]:
    for item in framework.items or ():
        yield from (element.key for element in item.elements or ())


def _flat(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _flat(inner, (*path, str(name)))
    elif isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
        for n, inner in enumerate(value, 1):
            yield from _flat(inner, (*path, _name_of(inner, n)))
    elif isinstance(value, list):
        yield path, ", ".join(map(str, value))
    elif value is not None:
        yield path, str(value)


def _name_of(part: object, place: int) -> str:
    if isinstance(part, Mapping):
        for name in _NAMES:
            if part.get(name) is not None:
                return str(part[name])
    return str(place)
