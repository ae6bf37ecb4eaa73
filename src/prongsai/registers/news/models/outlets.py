"""Where else the office posts its articles, and what became of each posting."""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.publications.models import Version
from prongsai.foundations.records.constraints import one_of, together
from prongsai.foundations.records.versions import Versioned
from prongsai.registers.news.models.articles import Article
from prongsai.registers.news.states import POSTING, OutletKind, PostingState


class Outlet(OwnedByOrganisation, Versioned):
    """An account elsewhere; off until an administrator switches it on.

    ``sealed`` is the access token, sealed; it is never shown again and stands in no
    history.
    """

    kind = models.CharField(_("outlet"), max_length=10, choices=OutletKind)
    is_on = models.BooleanField(_("switched on"), default=False)
    page = models.CharField(_("number of the page"), max_length=60, blank=True)
    sealed = models.TextField(_("access token"), blank=True)
    switched_at = models.DateTimeField(_("switched"))
    switched_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    personal = frozenset({"sealed", "switched_by"})

    class Meta:
        verbose_name = _("outlet")
        ordering = ["kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind"], name="news_outlet_once"
            ),
            one_of("kind", OutletKind.values),
            models.CheckConstraint(
                name="news_outlet_on_with_token",
                condition=Q(is_on=False) | ~Q(sealed=""),
            ),
        ]

    def __str__(self) -> str:
        return str(OutletKind(self.kind).label)

    def get_absolute_url(self) -> str:
        """Return the page on which it is switched."""
        return reverse(f"news:outlet_{self.kind}")


class Posting(OwnedByOrganisation):
    """One version of an article posted to one outlet, at most once."""

    article = models.ForeignKey(
        Article, on_delete=models.PROTECT, related_name="postings"
    )
    published = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("outlet"), max_length=10, choices=OutletKind)
    state = models.CharField(
        _("state"), max_length=10, choices=PostingState, default=POSTING.start
    )
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    status = models.PositiveSmallIntegerField(_("answer"), null=True)
    problem = models.CharField(_("problem"), max_length=40, blank=True)
    asked_at = models.DateTimeField(pgettext_lazy("posting", "asked for"))
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    tried_at = models.DateTimeField(_("last attempt"), null=True)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"asked_by", "settled_by"})

    class Meta:
        verbose_name = _("posting")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["published", "kind"], name="news_posting_once"
            ),
            one_of("kind", OutletKind.values),
            one_of("state", PostingState.values),
            together("settled_at", "settled_by"),
        ]

    def __str__(self) -> str:
        return f"{OutletKind(self.kind).label}: {self.article}"
