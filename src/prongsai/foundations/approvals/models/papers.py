"""Decisions signed on paper: one person records them, another confirms."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals.models.memos import Memo
from prongsai.foundations.approvals.models.steps import Step
from prongsai.foundations.approvals.states import Hearing
from prongsai.foundations.organisations.models import Division, OwnedByOrganisation
from prongsai.foundations.records.constraints import together


class PaperRecord(OwnedByOrganisation):
    """What stands on the signed paper, as one person read it and another checked it.

    ``digest`` is of the content that was printed, ``scan_sha256`` of the scan.
    """

    memo = models.ForeignKey(Memo, on_delete=models.PROTECT, related_name="papers")
    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="papers")
    proposer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    signer = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", verbose_name=_("signed by")
    )
    signed_on = models.DateField(_("date on the paper"))
    decisions = models.JSONField(default=list)
    opinion = models.TextField(_("opinion on the paper"), blank=True)
    assigned_division = models.ForeignKey(
        Division, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason_facts = models.TextField(pgettext_lazy("memo", "facts"), blank=True)
    reason_law = models.TextField(_("law and regulations"), blank=True)
    reason_considerations = models.TextField(_("considerations"), blank=True)
    hearing = models.CharField(max_length=20, blank=True, choices=Hearing)
    hearing_note = models.CharField(max_length=300, blank=True)
    digest = models.CharField(max_length=64)
    scan_sha256 = models.CharField(max_length=64)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True)
    rejected_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    rejected_at = models.DateTimeField(null=True)
    rejected_reason = models.CharField(max_length=300, blank=True)

    personal = frozenset(
        {"proposer", "signer", "recorded_by", "confirmed_by", "rejected_by"}
    )

    class Meta:
        verbose_name = _("decision on paper")
        ordering = ["pk"]
        constraints = [
            together("confirmed_at", "confirmed_by"),
            together("rejected_at", "rejected_by"),
            models.UniqueConstraint(
                fields=["step"],
                condition=models.Q(rejected_at__isnull=True),
                name="approvals_paper_one_open",
            ),
            models.CheckConstraint(
                name="approvals_paper_four_eyes",
                condition=models.Q(confirmed_by__isnull=True)
                | (
                    ~models.Q(confirmed_by=models.F("recorded_by"))
                    & ~models.Q(confirmed_by=models.F("proposer"))
                ),
            ),
            models.CheckConstraint(
                name="approvals_paper_not_signed_by_the_proposer",
                condition=~models.Q(signer=models.F("proposer")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step} {self.signed_on}"

    @property
    def is_open(self) -> bool:
        """Whether it waits for the second person."""
        return self.confirmed_at is None and self.rejected_at is None
