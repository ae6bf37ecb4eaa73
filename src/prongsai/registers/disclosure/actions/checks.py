"""The self-check of an item, kept; what is public moves to outdated and back by it."""

from dataclasses import replace
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files.errors import BytesMissing
from prongsai.foundations.publications import queries as publications
from prongsai.foundations.publications.models import Version
from prongsai.ita.disclosure.codec import to_json
from prongsai.ita.disclosure.model import Checked, Finding, Place, Severity
from prongsai.ita.disclosure.timeliness import UNTIMELY
from prongsai.registers.disclosure import permissions
from prongsai.registers.disclosure.actions.filereading import read_files
from prongsai.registers.disclosure.actions.holding import hold
from prongsai.registers.disclosure.models import Check, Item, Year
from prongsai.registers.disclosure.queries import checks as queries
from prongsai.registers.disclosure.queries.items import items_of
from prongsai.registers.disclosure.states import ITEM, ItemState

_PREPARED = frozenset({ItemState.MISSING, ItemState.DRAFT, ItemState.WAITING})
"""States in which the draft is not (or not yet again) what is public."""

_JUDGED = frozenset({ItemState.PUBLISHED, ItemState.OUTDATED})


def run(item: Item, *, by: User | None, at: datetime) -> Check:
    """Check an item and keep what was found.

    What is public is checked, and the draft while it is being prepared. Returns the
    check that counts now. Files are looked at before anything is locked;
    nothing public is touched.
    """
    if by is not None and not may_check(by, item, on=localdate(at)):
        raise PermissionDenied
    read_files(item, at=at)
    return _kept(item, by=by, at=at)


def run_year(year: Year, *, by: User | None, at: datetime) -> list[Check]:
    """Check every item of a year."""
    if by is not None and not permissions.can_verify(by, on=localdate(at)):
        raise PermissionDenied
    return [run(item, by=by, at=at) for item in items_of(year)]


def may_check(user: User, item: Item, *, on: date) -> bool:
    """Whether a person may start the self-check of an item: who verifies or writes it."""
    return permissions.can_verify(user, on=on) or permissions.can_write(user, item, on)


@transaction.atomic
def _kept(item: Item, *, by: User | None, at: datetime) -> Check:
    item = hold(item)
    on = localdate(at)
    kept: Check | None = None
    before = queries.newest(item)
    public = item.published
    if public is not None and publications.withdrawal_of(public) is None:
        kept = _keep(item, _public(item, public, on=on), public, by=by, at=at)
        _follow(item, kept, by=by, at=at)
    if kept is None or item.state in _PREPARED:
        kept = _keep(item, _draft(item, on=on), None, by=by, at=at)
    if by is not None or before is None or before.findings != kept.findings:
        # The checks of each night are kept; history tells those that changed something.
        audit.record(
            "disclosure.checked",
            on=item,
            by=by,
            at=at,
            complete=kept.is_complete,
            findings=len(kept.findings),
        )
    return kept


def _public(item: Item, version: Version, *, on: date) -> Checked:
    """Check what is public, and tell what the parts could show by now."""
    found = queries.checked_version(item, version, on=on)
    if not found.missing:
        return found
    newer = queries.only_in_draft(found, _draft(item, on=on))
    return replace(found, findings=(*found.findings, *newer))


def _draft(item: Item, *, on: date) -> Checked:
    """Check the draft; a file whose bytes are gone is told like any other fault."""
    try:
        return queries.checked_draft(item, on=on)
    except BytesMissing as gone:
        finding = Finding(
            code="disclosure.file-broken",
            severity=Severity.ERROR,
            place=Place(file=str(gone.facts.get("name", ""))),
        )
        return Checked(elements=(), findings=(finding,), is_complete=False)


def _keep(
    item: Item,
    checked: Checked,
    version: Version | None,
    *,
    by: User | None,
    at: datetime,
) -> Check:
    return Check.objects.create(
        organisation_id=item.organisation_id,
        item=item,
        of_version=version,
        framework_revision=queries.framework_of(item.year).revision,
        is_complete=checked.is_complete,
        elements=[
            {"key": e.key, "met": e.met, "is_asked": e.is_asked}
            for e in checked.elements
        ],
        findings=[to_json(finding) for finding in checked.findings],
        checked_at=at,
        checked_by=by,
    )


def _follow(item: Item, check: Check, *, by: User | None, at: datetime) -> None:
    """Move what is public to outdated and back; drafts and broken items stay."""
    if item.state not in _JUDGED:
        return
    is_late = any(finding["code"] in UNTIMELY for finding in check.findings)
    goal = ItemState.OUTDATED if is_late else ItemState.PUBLISHED
    if item.state == goal:
        return
    ITEM.check(ItemState(item.state), goal)
    item.state = goal
    item.save(update_fields=["state"])
    verb = "disclosure.outdated" if is_late else "disclosure.current-again"
    audit.record(verb, on=item, by=by, at=at)
