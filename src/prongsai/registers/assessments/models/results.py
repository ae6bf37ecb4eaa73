"""A year's announced result: total, level, indicators, items."""

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of, together
from prongsai.foundations.records.versions import Versioned
from prongsai.registers.assessments.states import ASSESSMENT, AssessmentState, Origin

LEAST, MOST = Decimal(0), Decimal(100)


class Assessment(OwnedByOrganisation, Versioned):
    """What was announced for one fiscal year, as announced; computed values are not kept."""

    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year assessed"))
    state = models.CharField(
        _("state"), max_length=12, choices=AssessmentState, default=ASSESSMENT.start
    )
    origin = models.CharField(
        _("where the values came from"), max_length=8, choices=Origin
    )
    announced_total = models.DecimalField(
        _("total as announced"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    announced_level = models.CharField(
        _("level as announced"), max_length=100, blank=True,
        help_text=_("In the words of the announcement."),
    )  # fmt: skip
    announced_on = models.DateField(_("announced on"), null=True, blank=True)
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"entered_by", "confirmed_by"})

    class Meta:
        verbose_name = _("result of a year")
        ordering = ["-fiscal_year"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "fiscal_year"],
                name="assessments_assessment_once_a_year",
                violation_error_message=_("The result of this year is already here."),
            ),
            together("confirmed_at", "confirmed_by"),
            one_of("state", AssessmentState.values),
            one_of("origin", Origin.values),
            models.CheckConstraint(
                name="assessments_assessment_total_in_range",
                condition=Q(announced_total__isnull=True)
                | Q(announced_total__gte=LEAST, announced_total__lte=MOST),
            ),
            models.CheckConstraint(
                name="assessments_assessment_confirmed_by_a_person",
                condition=Q(state=AssessmentState.DRAFT, confirmed_at__isnull=True)
                | Q(state=AssessmentState.CONFIRMED, confirmed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return _("Result of fiscal year %(year)s") % {"year": self.fiscal_year}

    def get_absolute_url(self) -> str:
        return reverse("assessments:assessment", args=[self.pk])


class IndicatorScore(OwnedByOrganisation):
    """The points of one of the ten indicators."""

    assessment = models.ForeignKey(
        Assessment, on_delete=models.CASCADE, related_name="indicators"
    )
    number = models.PositiveSmallIntegerField(_("indicator"))
    points = models.DecimalField(_("points"), max_digits=5, decimal_places=2)

    class Meta:
        verbose_name = _("points of an indicator")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "number"], name="assessments_indicatorscore_once"
            ),
            models.CheckConstraint(
                name="assessments_indicatorscore_in_range",
                condition=Q(points__gte=LEAST, points__lte=MOST),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.points}"


class ItemScore(OwnedByOrganisation):
    """The points of a part below an indicator: an OIT item (``o12``) or a question."""

    assessment = models.ForeignKey(
        Assessment, on_delete=models.CASCADE, related_name="items"
    )
    code = models.CharField(_("item"), max_length=20)
    points = models.DecimalField(_("points"), max_digits=5, decimal_places=2)

    class Meta:
        verbose_name = _("points of an item")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "code"], name="assessments_itemscore_once"
            ),
            models.CheckConstraint(
                name="assessments_itemscore_in_range",
                condition=Q(points__gte=LEAST, points__lte=MOST),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.points}"
