"""Tell people; note that they read it; keep how they want to be told."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model

from prongsai.foundations.accounts.models import User
from prongsai.foundations.notifications import letters, notices
from prongsai.foundations.notifications.models import Mail, Notification, Preference
from prongsai.foundations.notifications.notices import Fact
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Organisation


@transaction.atomic
def notify(
    people: Iterable[User],
    code: str,
    *,
    about: Model,
    url: str,
    at: datetime,
    by: User | None = None,
    **facts: Fact,
) -> list[Notification]:
    """Tell people of the current office something; by mail too where they wish it.

    ``url`` is a path of this site. ``facts`` are numbers, dates and states only. The
    mail leaves after the commit; one person is told once however often they are named.
    An invented office sends no mail.
    """
    _must_be_local(url)
    notices.notice(code)
    office, kept = tenancy.required(), notices.frozen(facts)
    is_invented = Organisation.objects.get(pk=office).is_demonstration
    receivers = {
        person.pk: person
        for person in people
        if person.is_active and person.organisation_id == office
    }
    wishes = _wishes(receivers)
    told = [
        Notification(
            organisation_id=office,
            receiver=person,
            code=code,
            facts=kept,
            about=f"{about._meta.label_lower}:{about.pk}",
            url=url,
            mail=(
                wishes.get(pk, Mail.IMMEDIATE)
                if person.email and not is_invented
                else Mail.NONE
            ),
            told_at=at,
            told_by=by,
        )
        for pk, person in receivers.items()
    ]
    Notification.objects.bulk_create(told)
    for one in told:
        if one.mail == Mail.IMMEDIATE:
            letters.write([one], at=at)
    return told


@transaction.atomic
def mark_read(notification: Notification, *, by: User, at: datetime) -> Notification:
    """Note that the receiver has read a notice; the first time counts."""
    found = Notification.objects.select_for_update().get(pk=notification.pk)
    if found.receiver_id != by.pk:
        raise PermissionDenied
    if found.read_at is None:
        found.read_at = at
        found.save(update_fields=["read_at"])
    return found


@transaction.atomic
def mark_all_read(*, by: User, at: datetime) -> int:
    """Note that a person has read everything that came until now; return how much."""
    return Notification.objects.filter(
        organisation=by.organisation_id, receiver=by, read_at=None, told_at__lte=at
    ).update(read_at=at)


@transaction.atomic
def prefer(*, mail: Mail, language: str, by: User, at: datetime) -> Preference:
    """Keep how a person wants to be told from now on; what waits goes the new way.

    Notices that wait for a digest nobody wants any more stay in the inbox only.
    """
    preference, _made = Preference.objects.update_or_create(
        organisation_id=by.organisation_id,
        user=by,
        defaults={"mail": mail, "language": language},
    )
    if mail != Mail.DIGEST:
        Notification.objects.filter(
            organisation=by.organisation_id,
            receiver=by,
            mail=Mail.DIGEST,
            letter=None,
            told_at__lte=at,
        ).update(mail=Mail.NONE)
    return preference


def _wishes(receivers: dict[int, User]) -> dict[int, str]:
    return dict(
        Preference.objects.filter(
            organisation=tenancy.required(), user__in=receivers
        ).values_list("user_id", "mail")
    )


def _must_be_local(url: str) -> None:
    if not url.startswith("/") or url.startswith(("//", "/\\")):
        raise ValueError(url)
