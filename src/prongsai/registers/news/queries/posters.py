"""The posters of the office."""

from django.db.models import QuerySet

from prongsai.foundations.accounts.models import User
from prongsai.registers.news.models import Poster


def visible_to(user: User) -> QuerySet[Poster]:
    """Return the posters of a person's office: everybody there may print them."""
    rows = Poster.objects.filter(organisation=user.organisation_id)
    return rows.select_related("made_by")
