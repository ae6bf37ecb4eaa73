"""Which seats a person has in committees on a day: what they may do hangs on them."""

from datetime import date

from django.db.models import Q, QuerySet

from prongsai.foundations.accounts.models import User
from prongsai.registers.meetings.models import Member


def seats_of(user: User, *, on: date) -> list[Member]:
    """Return the seats a person has in committees on a day."""
    rows = Member.objects.filter(organisation=user.organisation_id, user=user)
    return list(in_force(rows, on).select_related("order"))


def in_force(rows: QuerySet[Member], day: date) -> QuerySet[Member]:
    """Keep who sits in a committee on a day."""
    return rows.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=day), starts_on__lte=day
    )
