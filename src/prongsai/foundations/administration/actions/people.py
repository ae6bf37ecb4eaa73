"""Let people in, keep their particulars right, and close the door behind them."""

from collections.abc import Mapping
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.queries import has_another_administrator
from prongsai.foundations.administration import permissions
from prongsai.foundations.administration.refusals import (
    AlreadyHasPassword,
    InvitationUsed,
    LastAdministrator,
    PersonClosed,
)
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.records.versions import advance, check_version

PARTICULARS = ("username", "email", "prefix", "first_name", "last_name", "phone")


@transaction.atomic
def invite(values: Mapping[str, str], *, by: User | None, at: datetime) -> User:
    """Add a person, who sets a password by a link. ``by=None`` is the command line."""
    if by is not None and not permissions.can_administer(by, on=localdate(at)):
        raise PermissionDenied
    person = User(organisation_id=tenancy.required(), **_particulars(values))
    person.set_unusable_password()
    person.save(force_insert=True)
    audit.record("people.invited", on=person, by=by, at=at)
    return person


@transaction.atomic
def invite_again(person: User, *, by: User, at: datetime, shown: bool = False) -> User:
    """Make every earlier link worthless, so that a new one can be sent or shown."""
    person = _locked(person)
    if not permissions.can_change_powers(by, person, on=localdate(at)):
        raise PermissionDenied
    if person.has_usable_password():
        raise AlreadyHasPassword
    if not person.is_active:
        raise PersonClosed
    person.set_unusable_password()
    person.save(update_fields=["password"])
    audit.record("people.invited_again", on=person, by=by, at=at, shown=shown)
    return person


@transaction.atomic
def accept_invitation(
    person: User, *, password: str, by: User | None, at: datetime
) -> User:
    """Set the first password; the link that led here opens nothing any more."""
    person = _locked(person)
    if person.has_usable_password() or not person.is_active:
        raise InvitationUsed
    person.set_password(password)
    person.save(update_fields=["password"])
    audit.record("people.invitation_accepted", on=person, by=by or person, at=at)
    return person


@transaction.atomic
def edit(
    person: User, values: Mapping[str, str], *, version: int, by: User, at: datetime
) -> User:
    """Correct a person's particulars."""
    person = _locked(person)
    if not permissions.can_administer(by, on=localdate(at)):
        raise PermissionDenied
    check_version(person, version)
    changed = [n for n, v in _particulars(values).items() if getattr(person, n) != v]
    for name, value in _particulars(values).items():
        setattr(person, name, value)
    advance(person)
    person.save(update_fields=[*PARTICULARS, "version"])
    audit.record("people.edited", on=person, by=by, at=at, fields=" ".join(changed))
    return person


@transaction.atomic
def change_phone(person: User, phone: str, *, by: User, at: datetime) -> User:
    """Correct one's own telephone number."""
    person = _locked(person)
    if by.pk != person.pk:
        raise PermissionDenied
    person.phone = phone
    advance(person)
    person.save(update_fields=["phone", "version"])
    audit.record("people.phone_changed", on=person, by=by, at=at)
    return person


@transaction.atomic
def close(person: User, *, by: User, at: datetime) -> User:
    """Let a person in no more, from this moment; what they did stays theirs."""
    person = _locked(person)
    if not permissions.can_change_powers(by, person, on=localdate(at)):
        raise PermissionDenied
    if not has_another_administrator(person, on=localdate(at)):
        raise LastAdministrator
    person.is_active = False
    advance(person)
    person.save(update_fields=["is_active", "version"])
    _end_sessions(person)
    audit.record("people.closed", on=person, by=by, at=at)
    return person


@transaction.atomic
def reopen(person: User, *, by: User, at: datetime) -> User:
    """Let a person in again."""
    person = _locked(person)
    if not permissions.can_change_powers(by, person, on=localdate(at)):
        raise PermissionDenied
    person.is_active = True
    advance(person)
    person.save(update_fields=["is_active", "version"])
    audit.record("people.reopened", on=person, by=by, at=at)
    return person


@transaction.atomic
def remove_second_factors(person: User, *, by: User, at: datetime) -> User:
    """Forget a lost telephone or key; sessions end, and a new one has to be set up."""
    person = _locked(person)
    if not permissions.can_change_powers(by, person, on=localdate(at)):
        raise PermissionDenied
    count, _rows = Authenticator.objects.filter(user=person).delete()
    _end_sessions(person)
    audit.record("people.factors_removed", on=person, by=by, at=at, count=count)
    return person


@transaction.atomic
def end_session(session: UserSession, *, by: User, at: datetime) -> None:
    """Sign out on one other device."""
    if session.user_id != by.pk:
        raise PermissionDenied
    session.end()
    audit.record("people.session_ended", on=by, by=by, at=at)


def _end_sessions(person: User) -> None:
    for session in UserSession.objects.filter(user=person):
        session.end()


def _particulars(values: Mapping[str, str]) -> dict[str, str]:
    """Keep the fields a form may set; names to sign in with are written small."""
    found = {name: values[name] for name in PARTICULARS if name in values}
    return found | {
        name: found[name].lower() for name in ("username", "email") if name in found
    }


def _locked(person: User) -> User:
    return User.objects.select_for_update().get(pk=person.pk)
