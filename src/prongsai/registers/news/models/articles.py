"""Articles as they are written, their photos, and what of them the public lists show."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations.models import Division, OwnedByOrganisation
from prongsai.foundations.publications.models import Version
from prongsai.foundations.records.constraints import one_of, together
from prongsai.foundations.records.versions import Versioned
from prongsai.registers.news.states import ARTICLE, ArticleState, Category


class Article(OwnedByOrganisation, Versioned):
    """One article as it is written; the public reads its published versions.

    ``is_changed``: written further since it was published, the public page is older.
    """

    title_th = models.CharField(
        pgettext_lazy("article", "title in Thai"), max_length=300
    )
    title_en = models.CharField(
        pgettext_lazy("article", "title in English"), max_length=300, blank=True
    )
    slug = models.CharField(_("short name in the address"), max_length=80)
    category = models.CharField(_("category"), max_length=20, choices=Category)
    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"))
    happened_on = models.DateField(_("date of the event or announcement"))
    summary_th = models.CharField(_("summary in Thai"), max_length=500, blank=True)
    summary_en = models.CharField(_("summary in English"), max_length=500, blank=True)
    body_th = models.TextField(_("text in Thai"), blank=True)
    body_en = models.TextField(_("text in English"), blank=True)
    division = models.ForeignKey(
        Division,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("responsible division"),
    )
    mission = models.CharField(
        _("duty or mission it serves"), max_length=300, blank=True
    )
    source_reference = models.CharField(
        _("reference of the memo it rests on"), max_length=200, blank=True
    )
    publish_on = models.DateField(_("publish on"), null=True)
    expires_on = models.DateField(_("in the lists until"), null=True)
    pinned_until = models.DateField(_("on top of the lists until"), null=True)
    state = models.CharField(
        _("state"), max_length=10, choices=ArticleState, default=ARTICLE.start
    )
    is_changed = models.BooleanField(default=False)
    written_at = models.DateTimeField(_("begun"))
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    scheduled_at = models.DateTimeField(null=True)
    scheduled_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    published = models.ForeignKey(
        Version, on_delete=models.PROTECT, null=True, related_name="+"
    )
    published_at = models.DateTimeField(_("published"), null=True)
    published_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset(
        {
            "body_th",
            "body_en",
            "written_by",
            "scheduled_by",
            "published_by",
            "withdrawn_by",
        }
    )

    class Meta:
        verbose_name = _("article")
        ordering = ["-happened_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "fiscal_year", "slug"],
                name="news_article_slug_once_a_year",
                violation_error_message=_(
                    "Another article of this year has this short name."
                ),
            ),
            one_of("category", Category.values),
            one_of("state", ArticleState.values),
            together("scheduled_at", "scheduled_by"),
            together("published_at", "published_by"),
            together("withdrawn_at", "withdrawn_by"),
            models.CheckConstraint(
                name="news_article_scheduled_for_a_day",
                condition=~Q(state=ArticleState.SCHEDULED)
                | Q(publish_on__isnull=False, scheduled_at__isnull=False),
            ),
            models.CheckConstraint(
                name="news_article_public_has_version",
                condition=~Q(state__in=[ArticleState.PUBLISHED, ArticleState.WITHDRAWN])
                | Q(published__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title_en if _is_english() and self.title_en else self.title_th

    def get_absolute_url(self) -> str:
        """Return its page in the back office."""
        return reverse("news:article", args=[self.pk])

    @property
    def address(self) -> str:
        """The address it has, or will have, as a publication."""
        return f"news/{self.fiscal_year}/{self.slug}"


class Photo(OwnedByOrganisation, Versioned):
    """A photo of an article with the words for those who do not see it."""

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="photos"
    )
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    alt_th = models.CharField(_("what it shows, in Thai"), max_length=300, blank=True)
    alt_en = models.CharField(
        _("what it shows, in English"), max_length=300, blank=True
    )

    personal = frozenset({"alt_th", "alt_en"})

    class Meta:
        verbose_name = _("photo")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.alt_th or self.file.name


class Listed(OwnedByOrganisation):
    """What the public lists say of a published article: frozen when it was published.

    Only being on top may change between two versions.
    """

    article = models.OneToOneField(
        Article, on_delete=models.CASCADE, related_name="listed"
    )
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    category = models.CharField(_("category"), max_length=20, choices=Category)
    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"), db_index=True)
    happened_on = models.DateField(_("date of the event or announcement"))
    mission = models.CharField(
        _("duty or mission it serves"), max_length=300, blank=True
    )
    first_published_at = models.DateTimeField(_("first published"))
    expires_on = models.DateField(_("in the lists until"), null=True)
    pinned_until = models.DateField(_("on top of the lists until"), null=True)

    class Meta:
        verbose_name = _("published article")
        ordering = ["-happened_on", "-pk"]
        constraints = [one_of("category", Category.values)]

    def __str__(self) -> str:
        return self.version.title


def _is_english() -> bool:
    return get_language() == "en"
