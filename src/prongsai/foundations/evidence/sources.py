"""Records that can serve as evidence: minutes, circulars, resolutions, as registers say."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from django.utils.functional import Promise as LazyText

from prongsai.foundations.accounts.models import User

Text: TypeAlias = str | LazyText


class UnknownSource(LookupError):
    """Code of ours names a kind of record that no register offers."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One record a person may name: its title and the period it covers.

    What a resolution asks for comes with it: ``text``, who (keys) and until when.
    """

    pk: int
    title: str
    start: date | None = None
    end: date | None = None
    text: str = ""
    division: int | None = None
    accountable: int | None = None
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Source:
    """One kind of record: ``content_of`` is what its digest is computed from.

    ``content_of`` raises ``LookupError`` (or the model's ``DoesNotExist``) when the record
    is gone.
    """

    name: str
    label: Text
    choices: Callable[[User], Sequence[Choice]]
    content_of: Callable[[int], Mapping[str, object]]
    url_of: Callable[[int], str]


_SOURCES: dict[str, Source] = {}


def register(
    name: str,
    *,
    label: Text,
    choices: Callable[[User], Sequence[Choice]],
    content_of: Callable[[int], Mapping[str, object]],
    url_of: Callable[[int], str],
) -> None:
    """Offer records of a model as evidence; call it in ``AppConfig.ready``."""
    _SOURCES[name] = Source(
        name=name, label=label, choices=choices, content_of=content_of, url_of=url_of
    )


def source(name: str) -> Source:
    """Return one kind of record; raise ``UnknownSource``."""
    try:
        return _SOURCES[name]
    except KeyError:
        raise UnknownSource(name) from None


def known() -> list[Source]:
    """Return every kind of record there is."""
    return list(_SOURCES.values())


def choice(name: str, pk: int, *, user: User) -> Choice | None:
    """Return a record if this person may name it."""
    return next((one for one in source(name).choices(user) if one.pk == pk), None)
