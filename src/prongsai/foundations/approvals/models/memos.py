"""Memos, and every text they ever had."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals.models.chains import ChainTemplate
from prongsai.foundations.approvals.states import (
    EDITABLE,
    MEMO_TONES,
    OPEN,
    WITH_PROPOSER,
    MemoState,
    Secrecy,
    Urgency,
)
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.numbering.models import Number
from prongsai.foundations.organisations.models import Division, OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of, together
from prongsai.foundations.records.versions import Versioned


class Memo(Versioned, OwnedByOrganisation):
    """A memorandum (บันทึกข้อความ) and where it stands.

    What is printed at its head is kept here as text: a division that changes its name
    or telephone must not change what was decided. ``subject_label`` and ``subject_pk``
    name the row it is about, when it is about one.
    """

    kind = models.CharField(
        pgettext_lazy("memo", "kind"), max_length=20, default="memo"
    )
    state = models.CharField(
        pgettext_lazy("memo", "state"),
        max_length=20,
        choices=MemoState,
        default=MemoState.DRAFT,
    )
    division = models.ForeignKey(
        Division,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("division"),
    )
    chain = models.ForeignKey(
        ChainTemplate,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("chain of approval"),
    )
    number = models.OneToOneField(
        Number, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reference = models.CharField(
        pgettext_lazy("memo", "number"), max_length=80, blank=True
    )
    dated = models.DateField(pgettext_lazy("memo", "date"), null=True, blank=True)
    sender = models.CharField(pgettext_lazy("memo", "from"), max_length=400)
    title = models.CharField(pgettext_lazy("memo", "subject"), max_length=300)
    to = models.CharField(pgettext_lazy("memo", "to"), max_length=200)
    background = models.TextField(_("background"), blank=True)
    facts = models.TextField(pgettext_lazy("memo", "facts"), blank=True)
    law = models.TextField(_("law and regulations"), blank=True)
    considerations = models.TextField(_("considerations and proposal"), blank=True)
    closing = models.TextField(pgettext_lazy("memo", "closing"), blank=True)
    urgency = models.CharField(
        _("urgency"), max_length=20, choices=Urgency, default=Urgency.NORMAL
    )
    secrecy = models.CharField(
        _("secrecy"), max_length=20, choices=Secrecy, default=Secrecy.NORMAL
    )
    subject_label = models.CharField(max_length=100, blank=True)
    subject_pk = models.PositiveBigIntegerField(null=True, blank=True)

    drafted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField(pgettext_lazy("memo", "drafted"))
    proposer_title = models.CharField(_("title of the proposer"), max_length=400)
    round = models.PositiveSmallIntegerField(default=0)
    step = models.OneToOneField(
        "approvals.Step", on_delete=models.PROTECT, null=True, related_name="+"
    )
    submitted_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    submitted_at = models.DateTimeField(pgettext_lazy("memo", "submitted"), null=True)
    decided_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(pgettext_lazy("memo", "decided"), null=True)
    withdrawn_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.CharField(max_length=300, blank=True)

    personal = frozenset({"drafted_by", "submitted_by", "decided_by", "withdrawn_by"})

    class Meta:
        verbose_name = _("memorandum")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["organisation", "state"]),
            models.Index(fields=["organisation", "subject_label", "subject_pk"]),
        ]
        constraints = [
            one_of("state", MemoState.values),
            one_of("urgency", Urgency.values),
            one_of("secrecy", Secrecy.values),
            together("submitted_at", "submitted_by"),
            together("decided_at", "decided_by"),
            together("withdrawn_at", "withdrawn_by"),
            models.CheckConstraint(
                name="approvals_memo_decided_by_another",
                condition=models.Q(decided_by__isnull=True)
                | ~models.Q(decided_by=models.F("drafted_by")),
            ),
            models.CheckConstraint(
                name="approvals_memo_decision_has_a_person",
                condition=~models.Q(state__in=["decided", "refused"])
                | models.Q(decided_at__isnull=False),
            ),
            models.CheckConstraint(
                name="approvals_memo_turn_only_on_its_way",
                condition=models.Q(state__in=sorted(OPEN))
                | models.Q(step__isnull=True),
            ),
            models.CheckConstraint(
                name="approvals_memo_number_with_reference",
                condition=models.Q(number__isnull=True, reference="")
                | (models.Q(number__isnull=False) & ~models.Q(reference="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}".strip()

    def get_absolute_url(self) -> str:
        """Return the page of the memo."""
        return reverse("approvals:memo", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Whether it is somebody's turn."""
        return self.state in OPEN

    @property
    def is_with_proposer(self) -> bool:
        """Whether it lies on the proposer's desk."""
        return self.state in WITH_PROPOSER

    @property
    def is_editable(self) -> bool:
        """Whether an edit is possible at all, were it at the price of what was given."""
        return self.state in EDITABLE

    @property
    def tone(self) -> str:
        """Return the tone of the state's badge."""
        return MEMO_TONES[MemoState(self.state)]


class Revision(OwnedByOrganisation):
    """The whole content at one moment, frozen; what a digest stands for."""

    memo = models.ForeignKey(Memo, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    made_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    made_at = models.DateTimeField()

    personal = frozenset({"made_by"})

    class Meta:
        verbose_name = _("revision")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["memo", "number"], name="approvals_revision_number"
            )
        ]
        indexes = [models.Index(fields=["organisation", "digest"])]

    def __str__(self) -> str:
        return f"{self.number} {self.digest[:12]}"


class Enclosure(OwnedByOrganisation):
    """A file that belongs to the content of a memo; taken off, it stays in history."""

    memo = models.ForeignKey(Memo, on_delete=models.PROTECT, related_name="enclosures")
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    removed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    removed_at = models.DateTimeField(null=True)

    personal = frozenset({"removed_by"})

    class Meta:
        verbose_name = _("enclosure")
        ordering = ["pk"]
        constraints = [together("removed_at", "removed_by")]

    def __str__(self) -> str:
        return self.file.name
