"""The only way to write history."""

from datetime import UTC, datetime

from django.db import transaction
from django.db.models import Model

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit.chain import digest_of
from prongsai.foundations.audit.models import ChainHead, Event
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Organisation

Fact = str | int | bool | None


@transaction.atomic
def record(
    verb: str, *, on: Model, by: User | None, at: datetime, **facts: Fact
) -> Event:
    """Add one line of history; call it inside the transaction it describes.

    ``by`` is ``None`` for a citizen without an account and for the system itself.
    ``facts`` are keys, states and numbers, never names or the content of a case.
    """
    office = tenancy.required()
    head = _locked_head(office)
    event = Event(
        organisation_id=office,
        number=head.number + 1,
        verb=verb,
        target=f"{on._meta.label_lower}:{on.pk}",
        actor="" if by is None else by.username,
        at=at.astimezone(UTC),
        facts=facts,
        previous=head.digest,
    )
    event.digest = digest_of(event)
    event.save(force_insert=True)
    head.number, head.digest = event.number, event.digest
    head.save(update_fields=["number", "digest"])
    return event


@transaction.atomic
def record_reading(*, on: Model, by: User, at: datetime, fields: str) -> Event:
    """Write down that somebody read personal data; ``fields`` names it, never its content."""
    return record("audit.read", on=on, by=by, at=at, fields=fields)


@transaction.atomic
def note_export(office: Organisation, *, by: User, at: datetime) -> Event:
    """Write down that somebody took the history away in a file."""
    return record("audit.exported", on=office, by=by, at=at)


def _locked_head(office: int) -> ChainHead:
    """Return the end of the chain, locked; begin a chain where there is none."""
    head = ChainHead.objects.select_for_update().filter(organisation=office).first()
    if head is None:
        ChainHead.objects.get_or_create(organisation_id=office)
        head = ChainHead.objects.select_for_update().get(organisation=office)
    return head
