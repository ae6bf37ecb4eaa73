"""Every way to read history."""

from collections.abc import Iterator

from django.db.models import Model, QuerySet

from prongsai.foundations.accounts import queries as accounts
from prongsai.foundations.audit.models import ChainHead, Event, Verification
from prongsai.foundations.audit.verifying import Noted
from prongsai.foundations.audit.words import sentence
from prongsai.foundations.organisations import tenancy
from prongsai.ui.timeline import Moment

MOST_MOMENTS = 500


def events() -> QuerySet[Event]:
    """Return the history of the current office; who may read it is asked before."""
    return Event.objects.filter(organisation=tenancy.required())


def history_of(row: Model) -> list[Moment]:
    """Return what happened to a row, oldest first, in words, for the page of the row.

    Who merely looked at personal data stands in the auditor's list only.
    """
    found = list(
        events()
        .filter(target=target_of(row))
        .exclude(verb="audit.read")
        .order_by("-number")[:MOST_MOMENTS]
    )
    names = _names_of({event.actor for event in found})
    return [
        Moment(
            at=event.at,
            title=sentence(event.verb),
            who=names.get(event.actor, event.actor),
        )
        for event in reversed(found)
    ]


def target_of(row: Model) -> str:
    """Return how history names a row: "lending.loan:5"."""
    return f"{row._meta.label_lower}:{row.pk}"


def verifications() -> QuerySet[Verification]:
    """Return the verifications of the current office, newest first."""
    return Verification.objects.filter(organisation=tenancy.required()).select_related(
        "asked_by"
    )


def noted() -> Iterator[Noted]:
    """Every end of the chain that a verification found whole."""
    whole = verifications().filter(finished_at__isnull=False, problems=[])
    for number, digest in whole.values_list("number", "digest"):
        if number:
            yield Noted(number=number, digest=digest)


def length() -> int:
    """Return how many lines the chain should have."""
    head = ChainHead.objects.filter(organisation=tenancy.required()).first()
    return head.number if head else 0


def _names_of(usernames: set[str]) -> dict[str, str]:
    people = accounts.people().filter(username__in=usernames)
    return {person.username: person.get_full_name() for person in people}
