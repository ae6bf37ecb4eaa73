"""The outlets of the office, and what was posted to them."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations import tenancy
from prongsai.registers.news.models import Article, Outlet, Posting
from prongsai.registers.news.states import OutletKind, PostingState

PROBLEMS: Mapping[str, Promise] = {
    "no-connection": pgettext_lazy("posting", "No connection to the other side"),
    "no-answer": pgettext_lazy("posting", "No answer came; it may have been taken"),
    "not-allowed": pgettext_lazy("posting", "The token is not accepted"),
    "too-many": pgettext_lazy(
        "posting", "Too many messages; the other side asks to wait"
    ),
    "their-trouble": pgettext_lazy("posting", "The other side has trouble of its own"),
    "refused": pgettext_lazy("posting", "The other side refused the message"),
    "switched-off": pgettext_lazy("posting", "Posting was switched off meanwhile"),
    "too-often": pgettext_lazy("posting", "Tried often enough"),
}
"""What went wrong, in words."""


def outlets() -> dict[OutletKind, Outlet | None]:
    """Return every kind of outlet with its row, if anyone ever switched it."""
    rows = Outlet.objects.filter(organisation=tenancy.required())
    found = {OutletKind(row.kind): row for row in rows}
    return {kind: found.get(kind) for kind in OutletKind}


def outlet_in_use(kind: OutletKind) -> Outlet | None:
    """Return the outlet of a kind where it is switched on."""
    rows = Outlet.objects.filter(organisation=tenancy.required(), kind=kind)
    return rows.filter(is_on=True).exclude(sealed="").first()


def of_article(article: Article) -> QuerySet[Posting]:
    """Return the postings of an article, the newest first."""
    rows = Posting.objects.filter(organisation=tenancy.required(), article=article)
    return rows.select_related("published", "asked_by")


def visible_to(user: User) -> QuerySet[Posting]:
    """Return the postings of a person's office."""
    rows = Posting.objects.filter(organisation=user.organisation_id)
    return rows.select_related("article", "published")


def posting(pk: int) -> Posting | None:
    """Return one posting of the current office."""
    return Posting.objects.filter(organisation=tenancy.required(), pk=pk).first()


def unfinished(*, before: datetime) -> QuerySet[Posting]:
    """Return what waits, or was begun, since before a moment."""
    return Posting.objects.filter(
        organisation=tenancy.required(),
        state__in=[PostingState.WAITING, PostingState.SENDING],
        asked_at__lt=before,
    )
