"""Opening a year of disclosure, its window, carrying over, a newer framework."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.frameworks import queries as frameworks
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications.stamps import public_pages_changed
from prongsai.foundations.records.versions import advance, check_version
from prongsai.ita.frameworks import model
from prongsai.registers.disclosure import permissions
from prongsai.registers.disclosure.actions.carrying import carry_item
from prongsai.registers.disclosure.actions.holding import hold, hold_year
from prongsai.registers.disclosure.actions.live import add_live
from prongsai.registers.disclosure.actions.refusals import (
    NoItems,
    NothingToCarry,
    NothingToRenew,
    WindowBackwards,
    YearOpenAlready,
)
from prongsai.registers.disclosure.models import Item, Year
from prongsai.registers.disclosure.queries import years as queries
from prongsai.registers.disclosure.queries.defaults import proposal


@transaction.atomic
def open_year(
    fiscal_year: int,
    *,
    window_starts: date | None = None,
    window_ends: date | None = None,
    by: User,
    at: datetime,
) -> Year:
    """Open a year: an item for each of its framework, live parts where registers answer."""
    if not permissions.can_keep_year(by, localdate(at)):
        raise PermissionDenied
    framework = frameworks.load(fiscal_year)
    if not framework.items:
        raise NoItems(year=fiscal_year)
    _refuse_backwards(window_starts, window_ends)
    year, is_new = Year.objects.get_or_create(
        organisation_id=tenancy.required(),
        fiscal_year=fiscal_year,
        defaults={
            "framework_revision": framework.revision,
            "window_starts": window_starts,
            "window_ends": window_ends,
            "opened_at": at,
            "opened_by": by,
        },
    )
    if not is_new:
        raise YearOpenAlready(year=fiscal_year)
    made = _add_items(year, framework.items, by=by, at=at)
    public_pages_changed()
    audit.record(
        "disclosure.year-opened", on=year, by=by, at=at,
        year=fiscal_year, revision=framework.revision, items=made,
    )  # fmt: skip
    return year


@transaction.atomic
def set_window(
    year: Year,
    *,
    window_starts: date | None,
    window_ends: date | None,
    version: int | None = None,
    by: User,
    at: datetime,
) -> Year:
    """Enter when items are handed in; items without a day of their own get one."""
    year = hold_year(year)
    if not permissions.can_keep_year(by, localdate(at)):
        raise PermissionDenied
    if version is not None:
        check_version(year, version)
    _refuse_backwards(window_starts, window_ends)
    year.window_starts, year.window_ends = window_starts, window_ends
    advance(year)
    year.save()
    dated = _date_items(year)
    audit.record("disclosure.window-set", on=year, by=by, at=at, items=dated)
    return year


@transaction.atomic
def carry(
    year: Year, *, from_year: Year, version: int | None = None, by: User, at: datetime
) -> int:
    """Take over what was made by hand, by requirement keys; return how many parts.

    Nothing is published by it. What speaks of the earlier year is marked to be renewed.
    An item that was carried to already is passed over.
    """
    year = hold_year(year)
    if not permissions.can_keep_year(by, localdate(at)):
        raise PermissionDenied
    if version is not None:
        check_version(year, version)
    fitting = [
        one
        for one in queries.carrying(year, from_year=from_year).items
        if one.before is not None and one.item.carried_from_id is None
    ]
    if not fitting:
        raise NothingToCarry(year=from_year.fiscal_year)
    made = sum(carry_item(one, by=by, at=at) for one in fitting)
    advance(year)
    year.save(update_fields=["version"])
    public_pages_changed()
    audit.record(
        "disclosure.carried", on=year, by=by, at=at,
        from_year=from_year.fiscal_year, items=len(fitting), parts=made,
    )  # fmt: skip
    return made


@transaction.atomic
def renew(year: Year, *, revision: int | None = None, by: User, at: datetime) -> Year:
    """Take over the framework as it stands now; what is published stays published.

    ``revision`` is the one whose difference the person saw.
    """
    year = hold_year(year)
    if not permissions.can_keep_year(by, localdate(at)):
        raise PermissionDenied
    found = queries.renewal(year)
    if found is None or revision not in {None, found.revision}:
        raise NothingToRenew(revision=year.framework_revision)
    framework = queries.framework_of(year)
    _take_over(year, framework, by=by, at=at)
    year.framework_revision = framework.revision
    advance(year)
    year.save()
    public_pages_changed()
    audit.record(
        "disclosure.renewed", on=year, by=by, at=at, revision=framework.revision,
        new=len(found.new), changed=len(found.changed), gone=len(found.gone),
    )  # fmt: skip
    return year


def _take_over(
    year: Year, framework: model.Framework, *, by: User, at: datetime
) -> None:
    rows = {one.code: one for one in year.items.select_for_update()}
    asked = {one.code: one for one in framework.items or ()}
    for code, row in rows.items():
        row.is_asked = code in asked
        if one := asked.get(code):
            row.number, row.title_th, row.title_en = one.number, one.th, one.en
            row.known_keys = [element.key for element in one.elements or ()]
        advance(row)
        row.save()
    _add_items(year, [o for c, o in asked.items() if c not in rows], by=by, at=at)


def _add_items(
    year: Year, asked: Iterable[model.Item], *, by: User, at: datetime
) -> int:
    made = 0
    for one in asked:
        usual = proposal(one, window_ends=year.window_ends)
        item = Item.objects.create(
            organisation_id=year.organisation_id,
            year=year,
            code=one.code,
            number=one.number,
            title_th=one.th,
            title_en=one.en,
            known_keys=[element.key for element in one.elements or ()],
            division=usual.division,
            approval=usual.approval,
            due_on=usual.due_on,
        )
        add_live(item, one, by=by, at=at)
        made += 1
    return made


def _date_items(year: Year) -> int:
    """Give items without a day the usual one; days somebody chose stay."""
    framework = queries.framework_of(year)
    found = 0
    for row in Item.objects.filter(year=year, due_on__isnull=True):
        asked = framework.item(row.code)
        if asked is None:
            continue
        item = hold(row)
        item.due_on = proposal(asked, window_ends=year.window_ends).due_on
        item.save(update_fields=["due_on"])
        found += item.due_on is not None
    return found


def _refuse_backwards(starts: date | None, ends: date | None) -> None:
    if starts and ends and ends < starts:
        raise WindowBackwards
