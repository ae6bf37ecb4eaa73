"""One piece of evidence and the kinds there are, as the pages show them."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from prongsai.foundations.accounts.models import User
from prongsai.foundations.evidence import owners, panels, queries
from prongsai.foundations.evidence.models import Check, Evidence, Kind
from prongsai.foundations.evidence.panels import OUTCOMES, Item
from prongsai.ui.tables import Cell, Column, Row, Table
from prongsai.ui.writing import short_date, short_moment

_SHOWN = 16


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What the page of a piece of evidence says."""

    item: Item
    facts: list[tuple[str, str]]
    checks: Table
    may_change: bool
    owner_title: str
    owner_url: str
    last: Check | None


def shown(row: Evidence, *, user: User, on: date) -> Shown:
    """Return a piece of evidence with everything that proves it."""
    owner = owners.owner_of(row.owner_kind)
    checks = list(queries.checks_of(row)[:20])
    return Shown(
        item=panels.item(row, on=on),
        facts=_facts(row),
        checks=_checks(checks),
        may_change=row.stands and owners.can_add(user, row.owner_kind, row.owner_pk),
        owner_title=owner.title_of(row.owner_pk),
        owner_url=owner.url_of(row.owner_pk),
        last=checks[0] if checks else None,
    )


def kinds_to_add(kind: str, pk: int, *, slot: str) -> list[tuple[str, str, str]]:
    """Return each kind of evidence with its address and what it is good for."""
    about = {
        Kind.FILE: _("A document or picture you have."),
        Kind.LINK: _("A page on the web, with a saved copy."),
        Kind.FIGURE: _("A number a register counts; it can be counted again later."),
        Kind.PUBLICATION: _("A page this office has published."),
        Kind.RECORD: _("Minutes, a circular or a resolution kept here."),
    }
    query = f"?slot={slot}" if slot else ""
    return [
        (
            str(one.label),
            reverse("gathered:add_one", args=[kind, pk, one.value]) + query,
            about[one],
        )
        for one in Kind
    ]


def _facts(row: Evidence) -> list[tuple[str, str]]:
    found = [
        (pgettext("evidence", "Kind"), str(row.get_kind_display())),
        (_("Period it covers"), panels.period_of(row)),
        (_("Collected"), panels.collected_of(row)),
        (_("Valid until"), _("without end") if row.expires_on is None
         else short_date(row.expires_on)),
        (_("Digest (SHA-256)"), row.digest or _("not there yet")),
    ]  # fmt: skip
    if row.note:
        found.append((_("Note"), row.note))
    if row.replaced_at is not None:
        found.append((_("Replaced"), _deed(row.replaced_at, row.replaced_by)))
        found.append((_("Why it was replaced"), row.replaced_because))
    if row.withdrawn_at is not None:
        found.append(
            (
                pgettext("evidence", "Withdrawn"),
                _deed(row.withdrawn_at, row.withdrawn_by),
            )
        )
        found.append((_("Why it was withdrawn"), row.withdrawn_because))
    return found


def _deed(at: date, by: User | None) -> str:
    return f"{short_date(at)} · {by}"


def _checks(checks: list[Check]) -> Table:
    return Table(
        _("Checks"),
        columns=[
            Column("at", pgettext("evidence", "Checked on")),
            Column("state", pgettext("evidence", "Outcome")),
            Column("by", _("By")),
            Column("digest", _("Digest then")),
        ],
        rows=[
            Row(
                cells=[
                    short_moment(check.checked_at),
                    Cell(str(check.get_state_display()), tone=OUTCOMES[check.state]),
                    str(check.checked_by or _("the system")),
                    f"{check.digest[:_SHOWN]}…" if check.digest else "–",
                ]
            )
            for check in checks
        ],
        empty=_("Not checked since it was collected."),
    )
