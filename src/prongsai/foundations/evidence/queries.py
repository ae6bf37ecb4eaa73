"""The stored figures of an office."""

from django.db.models import QuerySet

from prongsai.foundations.accounts.models import User
from prongsai.foundations.evidence.models import StoredFigure
from prongsai.foundations.organisations import tenancy


def visible_to(user: User) -> QuerySet[StoredFigure]:
    """Return the figures of a person's office."""
    return StoredFigure.objects.filter(organisation=user.organisation_id)


def stored() -> QuerySet[StoredFigure]:
    """Return the figures of the current office, the oldest first."""
    return StoredFigure.objects.filter(organisation=tenancy.required()).order_by("pk")
