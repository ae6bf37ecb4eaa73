"""Whose evidence it is: registers say who may read and add, and what their rows are called.

Evidence of a kind nobody registered can be read by nobody and added by nobody.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from django.apps import apps
from django.db.models import Model

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations import tenancy

Asked: TypeAlias = Callable[[User, int], bool]
Period: TypeAlias = tuple[date | None, date | None]


class UnknownOwner(LookupError):
    """Code of ours gathers evidence for a row whose register has not said who may."""


def _no_period(_pk: int) -> Period:
    return None, None


def _no_figures(_pk: int) -> Iterable[int]:
    return ()


@dataclass(frozen=True, kw_only=True)
class Owner:
    """What a register says of its rows; the last four are asked where they are given.

    ``period_of`` proposes the period of new evidence. ``figures_of`` names further stored
    figures of the row, for the auditor's command. ``titles_of`` and ``readable`` answer
    for many rows at once, so that long lists ask little.
    """

    kind: str
    can_read: Asked
    can_add: Asked
    url_of: Callable[[int], str]
    title_of: Callable[[int], str]
    period_of: Callable[[int], Period] = _no_period
    figures_of: Callable[[int], Iterable[int]] = _no_figures
    titles_of: Callable[[Collection[int]], Mapping[int, str]] | None = None
    readable: Callable[[User], Collection[int]] | None = None

    def titles(self, pks: Collection[int]) -> Mapping[int, str]:
        """Return what many rows are called."""
        if self.titles_of is not None:
            return self.titles_of(pks)
        return {pk: self.title_of(pk) for pk in pks}

    def readable_of(self, user: User, pks: Collection[int]) -> list[int]:
        """Return those of many rows whose evidence a person may read."""
        if self.readable is not None:
            allowed = set(self.readable(user))
            return [pk for pk in pks if pk in allowed]
        return [pk for pk in pks if self.can_read(user, pk)]


_OWNERS: dict[str, Owner] = {}


def register(  # noqa: PLR0913  # a register answers all of these
    kind: str,
    *,
    can_read: Asked,
    can_add: Asked,
    url_of: Callable[[int], str],
    title_of: Callable[[int], str],
    period_of: Callable[[int], Period] = _no_period,
    figures_of: Callable[[int], Iterable[int]] = _no_figures,
    titles_of: Callable[[Collection[int]], Mapping[int, str]] | None = None,
    readable: Callable[[User], Collection[int]] | None = None,
) -> None:
    """Let rows of a model own evidence; call it in ``AppConfig.ready``.

    ``kind`` is the model's label, as in "measures.measure".
    """
    _OWNERS[kind.lower()] = Owner(
        kind=kind.lower(),
        can_read=can_read,
        can_add=can_add,
        url_of=url_of,
        title_of=title_of,
        period_of=period_of,
        figures_of=figures_of,
        titles_of=titles_of,
        readable=readable,
    )


def owner_of(kind: str) -> Owner:
    """Return what was registered for a kind; raise ``UnknownOwner``."""
    try:
        return _OWNERS[kind.lower()]
    except KeyError:
        raise UnknownOwner(kind) from None


def known() -> list[Owner]:
    """Return every registered kind."""
    return list(_OWNERS.values())


def kind_of(row: Model) -> str:
    """Return the label of a row's model; raise ``UnknownOwner``."""
    return owner_of(row._meta.label_lower).kind


def can_read(user: User, kind: str, pk: int) -> bool:
    """Ask the register whether a person may read the evidence of a row."""
    owner = _OWNERS.get(kind.lower())
    return owner is not None and owner.can_read(user, pk)


def can_add(user: User, kind: str, pk: int) -> bool:
    """Ask the register whether a person may add, replace and withdraw evidence."""
    owner = _OWNERS.get(kind.lower())
    return owner is not None and owner.can_add(user, pk)


def row_of(kind: str, pk: int) -> Model | None:
    """Return the row that owns evidence, if it exists in the current office."""
    if kind.lower() not in _OWNERS:
        return None
    model: type[Model] = apps.get_model(kind)
    return model._default_manager.filter(organisation=tenancy.required(), pk=pk).first()
