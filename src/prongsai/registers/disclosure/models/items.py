"""The year, its items, the parts they are made of, and what was frozen to be published."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import Division, OwnedByOrganisation
from prongsai.foundations.publications.models import Version
from prongsai.foundations.records.constraints import one_of
from prongsai.foundations.records.versions import Versioned
from prongsai.registers.disclosure.states import ITEM, Approval, ItemState, PartKind


class Year(OwnedByOrganisation, Versioned):
    """The disclosure of one fiscal year of the assessment.

    ``framework_revision`` is the revision the items were last taken from. The window is
    when items are entered into the assessment's system; the office enters it, because no
    source states it for every year.
    """

    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"))
    framework_revision = models.PositiveSmallIntegerField(_("revision"), default=1)
    window_starts = models.DateField(_("window opens"), null=True, blank=True)
    window_ends = models.DateField(_("window closes"), null=True, blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    personal = frozenset({"opened_by"})

    class Meta:
        verbose_name = _("year of disclosure")
        ordering = ["-fiscal_year"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "fiscal_year"], name="disclosure_year_once"
            ),
            models.CheckConstraint(
                name="disclosure_window_in_order",
                condition=Q(window_starts__isnull=True)
                | Q(window_ends__isnull=True)
                | Q(window_ends__gte=models.F("window_starts")),
                violation_error_message=_("The window closes before it opens."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.fiscal_year)

    def get_absolute_url(self) -> str:
        return reverse("disclosure:year", args=[self.fiscal_year])


class Item(OwnedByOrganisation, Versioned):
    """One item of a year: who keeps it, until when, how it is approved, where it stands.

    ``reason_th`` and ``reason_en`` are public: why the item is not (wholly) there yet.
    ``published`` is the newest public version; it stays public while the item is changed.
    ``known_keys`` are the elements the framework asked for when it was last taken over.
    """

    year = models.ForeignKey(Year, on_delete=models.PROTECT, related_name="items")
    code = models.CharField(pgettext_lazy("disclosure", "item"), max_length=10)
    number = models.PositiveSmallIntegerField(pgettext_lazy("disclosure", "number"))
    title_th = models.CharField(
        pgettext_lazy("disclosure", "title in Thai"), max_length=300
    )
    title_en = models.CharField(
        pgettext_lazy("disclosure", "title in English"), max_length=300
    )
    division = models.ForeignKey(
        Division,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("responsible division"),
    )
    accountable = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("accountable person"),
    )
    due_on = models.DateField(_("due"), null=True, blank=True)
    approval = models.CharField(
        _("approval"), max_length=10, choices=Approval, default=Approval.MEMO
    )
    state = models.CharField(
        _("state"), max_length=10, choices=ItemState, default=ITEM.start
    )
    is_asked = models.BooleanField(_("asked for by the framework"), default=True)
    known_keys = models.JSONField(_("elements"), default=list, blank=True)
    reason_th = models.TextField(_("public reason, in Thai"), blank=True)
    reason_en = models.TextField(_("public reason, in English"), blank=True)
    published = models.ForeignKey(
        Version, on_delete=models.PROTECT, null=True, related_name="+"
    )
    carried_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"accountable"})

    class Meta:
        verbose_name = _("item of disclosure")
        ordering = ["-year__fiscal_year", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "code"], name="disclosure_item_once_a_year"
            ),
            one_of("state", ItemState.values),
            one_of("approval", Approval.values),
            models.CheckConstraint(
                name="disclosure_item_public_has_version",
                condition=~Q(
                    state__in=[
                        ItemState.PUBLISHED,
                        ItemState.OUTDATED,
                        ItemState.BROKEN,
                    ]
                )
                | Q(published__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("disclosure:item", args=[self.pk])

    @property
    def title(self) -> str:
        """The title in the language of the reader."""
        return self.title_en if get_language() == "en" else self.title_th

    @property
    def reason(self) -> str:
        """The public reason in the language of the reader."""
        other = self.reason_en if get_language() == "en" else self.reason_th
        return other or self.reason_th


class Part(OwnedByOrganisation, Versioned):
    """One part of an item and the requirement keys it answers.

    ``live`` parts name a supply of a register and are asked anew each time an edition is
    made; the others hold text (cleaned rich text), a table, files (kept by ``files``
    under this row), an address elsewhere, or the statement that there is none.
    ``table`` is ``{"columns": [headings], "rows": [[texts]], "file_name"}``. ``is_to_renew``
    marks what was carried over from an earlier year and still speaks of that year.
    """

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="parts")
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    kind = models.CharField(_("kind"), max_length=10, choices=PartKind)
    keys = models.JSONField(_("elements it answers"), default=list, blank=True)
    title_th = models.CharField(_("heading in Thai"), max_length=300, blank=True)
    title_en = models.CharField(_("heading in English"), max_length=300, blank=True)
    body_th = models.TextField(_("text in Thai"), blank=True)
    body_en = models.TextField(_("text in English"), blank=True)
    supply = models.CharField(_("register"), max_length=80, blank=True)
    file_slot = models.CharField(max_length=40, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    table = models.JSONField(_("table"), default=dict, blank=True)
    data_year = models.PositiveSmallIntegerField(
        _("fiscal year of the data"), null=True, blank=True
    )
    alt_th = models.CharField(
        _("what the picture shows, in Thai"), max_length=300, blank=True
    )
    alt_en = models.CharField(
        _("what the picture shows, in English"), max_length=300, blank=True
    )
    is_to_renew = models.BooleanField(_("to be renewed"), default=False)
    starts_on = models.DateField(_("covers from"), null=True, blank=True)
    ends_on = models.DateField(_("covers to"), null=True, blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    personal = frozenset({"written_by", "body_th", "body_en", "table"})

    class Meta:
        verbose_name = _("part of an item")
        ordering = ["item", "order", "pk"]
        constraints = [
            one_of("kind", PartKind.values),
            models.CheckConstraint(
                name="disclosure_part_period_in_order",
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=models.F("starts_on")),
                violation_error_message=_("The period ends before it starts."),
            ),
            models.CheckConstraint(
                name="disclosure_live_names_supply",
                condition=Q(kind=PartKind.LIVE, supply__gt="")
                | ~Q(kind=PartKind.LIVE) & Q(supply=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.get_kind_display()

    def get_absolute_url(self) -> str:
        return f"{reverse('disclosure:item', args=[self.item_id])}#part-{self.pk}"

    @property
    def title(self) -> str:
        """The heading in the language of the reader."""
        other = self.title_en if get_language() == "en" else ""
        return other or self.title_th


class Exemption(OwnedByOrganisation):
    """An element the office does not answer, and by which rule it need not."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="exemptions")
    key = models.CharField(_("element"), max_length=120)
    reason = models.TextField(_("reason"))
    source = models.CharField(pgettext_lazy("exemption", "source"), max_length=300)
    given_at = models.DateTimeField(_("given"))
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    personal = frozenset({"given_by"})

    class Meta:
        verbose_name = _("element not asked of us")
        ordering = ["item", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "key"], name="disclosure_exemption_once"
            ),
            models.CheckConstraint(
                name="disclosure_exemption_with_reason",
                condition=~Q(reason="") & ~Q(source=""),
            ),
        ]

    def __str__(self) -> str:
        return self.key


class Edition(OwnedByOrganisation):
    """What was composed of an item at a moment, frozen to be approved and published.

    ``content`` is the document that will be published (see ``publications.contents``),
    ``digest`` what a decision is bound to. Its files are kept under this row.
    ``dropped_at``: the item was changed before this edition became public.
    """

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField(_("number"))
    content = models.JSONField()
    digest = models.CharField(_("digest"), max_length=64)
    note_th = models.TextField(_("what changed, in Thai"), blank=True)
    note_en = models.TextField(_("what changed, in English"), blank=True)
    composed_at = models.DateTimeField(_("composed"))
    composed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    dropped_at = models.DateTimeField(null=True)
    published = models.ForeignKey(
        Version, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"content", "composed_by"})

    class Meta:
        verbose_name = _("edition of an item")
        ordering = ["item", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "number"], name="disclosure_edition_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.item} #{self.number}"

    def get_absolute_url(self) -> str:
        return reverse("disclosure:item", args=[self.item_id])
