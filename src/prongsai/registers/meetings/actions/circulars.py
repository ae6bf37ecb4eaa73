"""Write a circular, send it round, open and acknowledge it, remind, close, withdraw."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import Post, User
from prongsai.foundations.accounts.queries import people_with_posts
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files.actions import claim
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.numbering import actions as numbering
from prongsai.foundations.numbering.models import Base
from prongsai.foundations.organisations.models import Division
from prongsai.foundations.organisations.queries import with_sections
from prongsai.foundations.records.versions import advance, check_version
from prongsai.registers.meetings import rules
from prongsai.registers.meetings.actions import refusals
from prongsai.registers.meetings.actions.telling import tell_of_circular
from prongsai.registers.meetings.models import (
    Addressee,
    Audience,
    Circular,
    CircularTarget,
)
from prongsai.registers.meetings.permissions import circulars as permissions
from prongsai.registers.meetings.queries import circulars as queries
from prongsai.registers.meetings.states import CIRCULAR, CircularState

NUMBER = "meetings.circular"


@dataclass(frozen=True, kw_only=True)
class CircularDraft:
    """What is told, to whom, and whether it must be acknowledged by a day."""

    subject: str
    text: str
    audience: Audience = Audience.EVERYONE
    divisions: Sequence[Division] = ()
    people: Sequence[User] = ()
    asks_acknowledgement: bool = True
    due_on: date | None = None
    files: Sequence[StoredFile] = ()


@transaction.atomic
def draft(said: CircularDraft, *, by: User, at: datetime) -> Circular:
    """Write a circular; nobody is told yet."""
    if not permissions.can_write(by, on=localdate(at)):
        raise PermissionDenied
    circular = Circular(
        organisation_id=by.organisation_id, drafted_at=at, drafted_by=by
    )
    _put(circular, said, by=by, at=at)
    audit.record("meetings.circular-drafted", on=circular, by=by, at=at)
    return circular


@transaction.atomic
def edit(
    circular: Circular, said: CircularDraft, *, version: int, by: User, at: datetime
) -> Circular:
    """Change a circular before it is sent."""
    circular = _managed(circular, by=by, at=at)
    check_version(circular, version)
    if circular.state != CircularState.DRAFT:
        raise refusals.CircularFixed
    advance(circular)
    _put(circular, said, by=by, at=at)
    audit.record("meetings.circular-edited", on=circular, by=by, at=at)
    return circular


@transaction.atomic
def send(circular: Circular, *, by: User, at: datetime) -> Circular:
    """Send it round: it gets its number, and everyone it is for is told."""
    circular = _managed(circular, by=by, at=at)
    CIRCULAR.check(CircularState(circular.state), CircularState.SENT)
    if circular.due_on is not None and circular.due_on < localdate(at):
        raise refusals.DueTooEarly
    receivers = _receivers(circular, besides=by, on=localdate(at))
    if not receivers:
        raise refusals.NobodyAddressed
    is_fiscal = rules.value("circular_year_is_fiscal", on=localdate(at)) == 1
    given = numbering.take(
        NUMBER, by=by, at=at, base=Base.FISCAL if is_fiscal else Base.CALENDAR
    )
    circular.number, circular.year = given.number, given.year
    circular.state = CircularState.SENT
    circular.sent_at, circular.sent_by = at, by
    advance(circular)
    circular.save()
    Addressee.objects.bulk_create(receivers)
    people = [receiver.person for receiver in receivers]
    tell_of_circular("meetings.circular", circular, people, by=by, at=at)
    audit.record(
        "meetings.circular-sent", on=circular, by=by, at=at, addressed=len(receivers)
    )
    return circular


@transaction.atomic
def open_copy(circular: Circular, *, by: User, at: datetime) -> Addressee | None:
    """Note that an addressee opened the circular; only the first time counts."""
    copy = Addressee.objects.select_for_update(of=("self",)).filter(
        circular=circular.pk, person=by.pk, organisation=by.organisation_id
    )
    found = copy.first()
    if found is not None and found.read_at is None:
        found.read_at = at
        found.save(update_fields=["read_at"])
        audit.record("meetings.circular-opened", on=circular, by=by, at=at)
    return found


@transaction.atomic
def acknowledge(circular: Circular, *, by: User, at: datetime) -> Addressee:
    """Note that an addressee has taken note of it; pressing twice changes nothing."""
    circular = Circular.objects.select_for_update().get(pk=circular.pk)
    found = open_copy(circular, by=by, at=at)
    if found is None:
        raise PermissionDenied
    if found.acknowledged_at is not None:
        return found
    if circular.state != CircularState.SENT or not circular.asks_acknowledgement:
        raise refusals.NothingToAcknowledge
    found.acknowledged_at = at
    found.save(update_fields=["acknowledged_at"])
    audit.record("meetings.circular-acknowledged", on=circular, by=by, at=at)
    return found


@transaction.atomic
def remind(circular: Circular, *, by: User | None, at: datetime) -> int:
    """Tell who has not acknowledged yet once more; return how many."""
    circular = Circular.objects.select_for_update().get(pk=circular.pk)
    if by is not None and not permissions.can_manage(by, circular, on=localdate(at)):
        raise PermissionDenied
    if circular.state != CircularState.SENT or not circular.asks_acknowledgement:
        raise refusals.NothingToAcknowledge
    people = queries.who_not_yet(circular)
    if not people:
        raise refusals.NobodyToRemind
    tell_of_circular("meetings.circular-reminder", circular, people, by=by, at=at)
    audit.record(
        "meetings.circular-reminded", on=circular, by=by, at=at, people=len(people)
    )
    return len(people)


@transaction.atomic
def close(circular: Circular, *, by: User, at: datetime) -> Circular:
    """End the round: nobody is reminded any more, the counts stand."""
    circular = _managed(circular, by=by, at=at)
    CIRCULAR.check(CircularState(circular.state), CircularState.CLOSED)
    circular.state = CircularState.CLOSED
    circular.closed_at, circular.closed_by = at, by
    advance(circular)
    circular.save()
    audit.record("meetings.circular-closed", on=circular, by=by, at=at)
    return circular


@transaction.atomic
def withdraw(circular: Circular, *, reason: str, by: User, at: datetime) -> Circular:
    """Take a circular back, with the reason; who got it is told."""
    circular = _managed(circular, by=by, at=at)
    CIRCULAR.check(CircularState(circular.state), CircularState.WITHDRAWN)
    was_sent = circular.state == CircularState.SENT
    circular.state, circular.withdrawn_because = CircularState.WITHDRAWN, reason
    circular.withdrawn_at, circular.withdrawn_by = at, by
    advance(circular)
    circular.save()
    if was_sent:
        people = [row.person for row in queries.addressees(circular)]
        code = "meetings.circular-withdrawn"
        tell_of_circular(code, circular, people, by=by, at=at)
    audit.record("meetings.circular-withdrawn", on=circular, by=by, at=at)
    return circular


def _managed(circular: Circular, *, by: User, at: datetime) -> Circular:
    circular = Circular.objects.select_for_update().get(pk=circular.pk)
    if not permissions.can_manage(by, circular, on=localdate(at)):
        raise PermissionDenied
    return circular


def _put(circular: Circular, said: CircularDraft, *, by: User, at: datetime) -> None:
    for name in ("subject", "text", "audience", "asks_acknowledgement"):
        setattr(circular, name, getattr(said, name))
    circular.due_on = said.due_on if said.asks_acknowledgement else None
    circular.save()
    circular.targets.all().delete()
    chosen: list[CircularTarget] = []
    if said.audience == Audience.DIVISIONS:
        chosen = [CircularTarget(division=division) for division in said.divisions]
    if said.audience == Audience.PEOPLE:
        chosen = [CircularTarget(person=person) for person in said.people]
    for target in chosen:
        target.organisation_id, target.circular = circular.organisation_id, circular
    CircularTarget.objects.bulk_create(chosen)
    claim(said.files, owner=circular, by=by, at=at)


def _receivers(circular: Circular, *, besides: User, on: date) -> list[Addressee]:
    """Return who works here today and is meant; who comes later is not counted."""
    targets = list(circular.targets.select_related("division"))
    wanted = {target.person_id for target in targets if target.person_id}
    sections = {
        key
        for t in targets
        if t.division is not None
        for key in with_sections(t.division)
    }
    found = []
    for person in people_with_posts(on=on).filter(is_active=True):
        posts: list[Post] = getattr(person, "current_posts", [])
        divisions = {post.division_id for post in posts}
        is_meant = {
            Audience.EVERYONE: bool(posts),
            Audience.DIVISIONS: bool(divisions & sections),
            Audience.PEOPLE: person.pk in wanted,
        }[Audience(circular.audience)]
        if is_meant and person != besides:
            found.append(
                Addressee(
                    organisation_id=circular.organisation_id,
                    circular=circular,
                    person=person,
                    division_id=next(
                        (p.division_id for p in posts if p.division_id), None
                    ),
                )
            )
    return found
