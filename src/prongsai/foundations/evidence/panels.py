"""The evidence of one row as a page shows it: ``{% include "evidence/of_owner.html" %}``."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from prongsai.foundations.accounts.models import User
from prongsai.foundations.evidence import owners, queries, sources
from prongsai.foundations.evidence.lists import in_full
from prongsai.foundations.evidence.models import Evidence, Kind, State
from prongsai.ui.tables import Tone
from prongsai.ui.writing import short_date, short_moment

OUTCOMES: dict[str, Tone] = {
    State.SAME: "ok",
    State.CHANGED: "warn",
    State.GONE: "bad",
    State.UNREACHABLE: "plain",
}
"""The colour of what came of a check; its word stands beside it."""


@dataclass(frozen=True, kw_only=True)
class Badge:
    """A word with its tone."""

    label: str
    tone: Tone


@dataclass(frozen=True, kw_only=True)
class Item:
    """One piece of evidence: what it is, what it covers, who collected it, does it hold."""

    evidence: Evidence
    kind: str
    thing: str
    href: str
    period: str
    collected: str
    badges: list[Badge]


@dataclass(frozen=True, kw_only=True)
class Panel:
    """What the fragment needs: what is in use, what was, and where to add."""

    kind: str
    pk: int
    may_add: bool
    add_url: str
    items: list[Item]
    former: list[Item]


def panel(owner: Model, *, user: User, on: date) -> Panel:
    """Return the evidence of a row for whoever may read the row; nothing for others.

    The template finds it in the context as ``evidence``.
    """
    kind = owners.kind_of(owner)
    found = []
    if owners.can_read(user, kind, owner.pk):
        found = list(queries.of_row(kind, owner.pk))
    return Panel(
        kind=kind,
        pk=owner.pk,
        may_add=owners.can_add(user, kind, owner.pk),
        add_url=reverse("gathered:add", args=[kind, owner.pk]),
        items=[item(row, on=on) for row in found if row.stands],
        former=[item(row, on=on) for row in found if not row.stands],
    )


def item(row: Evidence, *, on: date) -> Item:
    """Return one piece of evidence as lists show it."""
    thing, href = thing_of(row)
    return Item(
        evidence=row,
        kind=row.get_kind_display(),
        thing=thing,
        href=href,
        period=period_of(row),
        collected=collected_of(row),
        badges=badges_of(row, on=on),
    )


def thing_of(row: Evidence) -> tuple[str, str]:
    """Return what the evidence is, in words, and where it can be opened."""
    if row.file is not None and row.kind == Kind.FILE:
        return row.file.name, row.file.get_absolute_url()
    if row.figure is not None:
        figure = row.figure
        words = in_full(figure.value, figure.of, figure.unit)
        return words, figure.get_absolute_url()
    if row.version is not None and row.kind == Kind.PUBLICATION:
        return row.version.title, row.version.get_absolute_url()
    return (row.url, row.url) if row.kind == Kind.LINK else _record(row)


def period_of(row: Evidence) -> str:
    """Write the period evidence covers."""
    if row.start == row.end:
        return short_date(row.start)
    return f"{short_date(row.start)} – {short_date(row.end)}"


def collected_of(row: Evidence) -> str:
    """Write when evidence was collected and by whom."""
    moment = short_moment(row.collected_at)
    return f"{moment} · {row.collected_by}" if row.collected_by else moment


def badges_of(row: Evidence, *, on: date) -> list[Badge]:
    """Return whether it holds, and what the last check said when it is no good news."""
    found = [_validity(row, on=on)]
    last = getattr(row, "last_state", None)
    if last and last != State.SAME:
        found.append(Badge(label=str(State(last).label), tone=OUTCOMES[last]))
    return found


def _validity(row: Evidence, *, on: date) -> Badge:
    if row.withdrawn_at is not None:
        return Badge(label=pgettext("evidence", "withdrawn"), tone="bad")
    if row.replaced_at is not None:
        return Badge(label=pgettext("evidence", "replaced"), tone="plain")
    if not row.is_proved:
        return Badge(label=_("waits for its digest"), tone="info")
    return _expiry(row, on=on)


def _expiry(row: Evidence, *, on: date) -> Badge:
    if row.expires_on is None:
        return Badge(label=pgettext("evidence", "current"), tone="ok")
    day = {"day": short_date(row.expires_on)}
    if row.is_expired(on):
        return Badge(label=_("expired on %(day)s") % day, tone="bad")
    if row.expires_soon(on):
        return Badge(label=_("expires soon: %(day)s") % day, tone="warn")
    return Badge(label=_("current until %(day)s") % day, tone="ok")


def _record(row: Evidence) -> tuple[str, str]:
    kinds = {one.name: one for one in sources.known()}
    source = kinds.get(row.source)
    if source is None or row.source_pk is None:
        return row.source, ""
    return str(source.label), source.url_of(row.source_pk)
