"""The reports, what people changed in their drafts, and what was overridden."""

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
from prongsai.registers.reports.states import REPORT, ReportKind, ReportState


class Report(OwnedByOrganisation, Versioned):
    """One report of one fiscal year.

    ``content`` is the library's report as JSON with the keys of its figures, composed
    from the records and frozen when it is submitted; empty while it is a draft.
    """

    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"))
    kind = models.CharField(_("kind of report"), max_length=10, choices=ReportKind)
    state = models.CharField(
        _("state"), max_length=10, choices=ReportState, default=REPORT.start
    )
    title = models.CharField(_("title"), max_length=500)
    cut_off = models.DateField(_("as of"))
    content = models.JSONField(default=dict, blank=True)
    digest = models.CharField(_("digest"), max_length=64, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    submitted_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decision_number = models.CharField(
        _("number of the memo"), max_length=100, blank=True
    )
    published = models.ForeignKey(
        Version, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"content", "made_by", "submitted_by", "decided_by"})

    class Meta:
        verbose_name = _("report")
        ordering = ["-fiscal_year", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "fiscal_year", "kind"],
                name="reports_report_once_a_year",
                violation_error_message=_("This report of the year is already begun."),
            ),
            together("submitted_at", "submitted_by"),
            together("decided_at", "decided_by"),
            one_of("kind", ReportKind.values),
            one_of("state", ReportState.values),
            models.CheckConstraint(
                name="reports_report_bound_once_submitted",
                condition=Q(state=ReportState.DRAFT) | ~Q(digest=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("reports:report", args=[self.pk])


class Passage(OwnedByOrganisation, Versioned):
    """What a person wrote in place of a drafted text; the draft it replaced is kept.

    ``key`` names the place: ``introduction``, ``measure.12.outcome``.
    """

    report = models.ForeignKey(
        Report, on_delete=models.CASCADE, related_name="passages"
    )
    key = models.CharField(pgettext_lazy("report", "place"), max_length=60)
    text = models.TextField(_("text"))
    draft = models.TextField(_("text drafted from the records"), blank=True)
    written_at = models.DateTimeField(_("written"))
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    personal = frozenset({"written_by"})

    class Meta:
        verbose_name = _("passage of a report")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "key"], name="reports_passage_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.text[:60]}"


class Override(OwnedByOrganisation):
    """The chief permanent officer lets a report go on with an error, and says why.

    ``findings`` are the codes and places that were open; with another one it must be
    said again.
    """

    report = models.ForeignKey(
        Report, on_delete=models.CASCADE, related_name="overrides"
    )
    findings = models.JSONField(_("findings"))
    reason = models.TextField(_("reason"))
    given_at = models.DateTimeField(_("given"))
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    personal = frozenset({"given_by"})

    class Meta:
        verbose_name = _("override of findings")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="reports_override_with_reason", condition=~Q(reason="")
            )
        ]

    def __str__(self) -> str:
        return self.reason[:60]
