"""What proves that something was done: a file, a link, a figure, a publication, a record."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.accounts.models import User
from prongsai.foundations.evidence.models.figures import StoredFigure
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.publications.models import Version
from prongsai.foundations.records.constraints import one_of, together

SOON = timedelta(days=30)
"""How long before its last day evidence is said to expire soon."""


class Kind(models.TextChoices):
    """What the evidence is."""

    FILE = "file", pgettext_lazy("evidence", "File")
    LINK = "link", pgettext_lazy("evidence", "Web page")
    FIGURE = "figure", pgettext_lazy("evidence", "Live figure")
    PUBLICATION = "publication", pgettext_lazy("evidence", "Published page")
    RECORD = "record", pgettext_lazy("evidence", "Record of a register")


class State(models.TextChoices):
    """What came of proving evidence again."""

    SAME = "same", pgettext_lazy("evidence", "unchanged")
    CHANGED = "changed", pgettext_lazy("evidence", "changed since")
    GONE = "gone", pgettext_lazy("evidence", "no longer there")
    UNREACHABLE = "unreachable", pgettext_lazy("evidence", "could not be checked")


class Evidence(OwnedByOrganisation):
    """One piece of evidence of one row (``owner_kind`` "measures.measure", ``owner_pk``).

    ``start`` and ``end`` are the period it covers, which is not when it was collected.
    Without a digest it proves nothing: only a web page may wait for its digest, and does
    not count until it has it. A replaced or withdrawn one stays readable.
    """

    owner_kind = models.CharField(max_length=100)
    owner_pk = models.PositiveBigIntegerField()
    slot = models.CharField(max_length=40, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    title = models.CharField(_("what it shows"), max_length=300)
    note = models.TextField(_("note"), blank=True)
    start = models.DateField(_("covers from"))
    end = models.DateField(_("covers to"))
    expires_on = models.DateField(_("valid until"), null=True, blank=True)
    digest = models.CharField(_("digest (SHA-256)"), max_length=64, blank=True)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, related_name="+"
    )
    figure = models.ForeignKey(
        StoredFigure, on_delete=models.PROTECT, null=True, related_name="+"
    )
    version = models.ForeignKey(
        Version, on_delete=models.PROTECT, null=True, related_name="+"
    )
    url = models.URLField(_("web address"), max_length=2000, blank=True)
    source = models.CharField(max_length=100, blank=True)
    source_pk = models.PositiveBigIntegerField(null=True)
    collected_at = models.DateTimeField(_("collected"))
    collected_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    replaced_at = models.DateTimeField(_("replaced"), null=True)
    replaced_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    replaced_with = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="replaces"
    )
    replaced_because = models.TextField(_("why it was replaced"), blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True)
    withdrawn_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    withdrawn_because = models.TextField(_("why it was withdrawn"), blank=True)

    personal = frozenset({"collected_by", "replaced_by", "withdrawn_by"})

    class Meta:
        verbose_name = _("evidence")
        ordering = ["start", "pk"]
        constraints = [
            one_of("kind", Kind.values),
            together("replaced_at", "replaced_by", "replaced_with"),
            together("withdrawn_at", "withdrawn_by"),
            models.CheckConstraint(
                name="evidence_evidence_period", condition=Q(start__lte=F("end"))
            ),
            models.CheckConstraint(
                name="evidence_evidence_proved",
                condition=~Q(digest="") | Q(kind=Kind.LINK),
            ),
            models.CheckConstraint(
                name="evidence_evidence_is_something",
                condition=Q(kind=Kind.FILE, file__isnull=False)
                | Q(kind=Kind.LINK) & ~Q(url="")
                | Q(kind=Kind.FIGURE, figure__isnull=False)
                | Q(kind=Kind.PUBLICATION, version__isnull=False)
                | Q(kind=Kind.RECORD, source_pk__isnull=False) & ~Q(source=""),
            ),
            models.CheckConstraint(
                name="evidence_evidence_replaced_with_reason",
                condition=Q(replaced_at__isnull=True) | ~Q(replaced_because=""),
            ),
            models.CheckConstraint(
                name="evidence_evidence_withdrawn_with_reason",
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_because=""),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "owner_kind", "owner_pk"]),
            models.Index(fields=["organisation", "collected_at"]),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return its page in the back office."""
        return reverse("gathered:evidence", args=[self.pk])

    @property
    def stands(self) -> bool:
        """Whether it is in use: neither replaced nor withdrawn."""
        return self.replaced_at is None and self.withdrawn_at is None

    @property
    def is_proved(self) -> bool:
        """Whether it has its digest; a web page may still wait for it."""
        return bool(self.digest)

    def is_expired(self, on: date) -> bool:
        """Whether its last day lies before this day."""
        return self.expires_on is not None and self.expires_on < on

    def expires_soon(self, on: date) -> bool:
        """Whether its last day is near."""
        return (
            self.expires_on is not None
            and not self.is_expired(on)
            and self.expires_on <= on + SOON
        )


class Check(OwnedByOrganisation):
    """One attempt to prove evidence again, and what came of it; never changed later.

    For a web page ``status`` and ``final_url`` say how it answered and from where.
    """

    evidence = models.ForeignKey(
        Evidence, on_delete=models.PROTECT, related_name="checks"
    )
    state = models.CharField(_("outcome"), max_length=12, choices=State)
    digest = models.CharField(_("digest (SHA-256)"), max_length=64, blank=True)
    status = models.PositiveSmallIntegerField(null=True)
    final_url = models.URLField(max_length=2000, blank=True)
    checked_at = models.DateTimeField(_("checked"))
    checked_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"checked_by"})

    class Meta:
        verbose_name = _("check of evidence")
        ordering = ["-checked_at", "-pk"]
        constraints = [one_of("state", State.values)]
        indexes = [models.Index(fields=["evidence", "-checked_at"])]

    def __str__(self) -> str:
        return f"{self.state} {self.checked_at:%Y-%m-%d}"
