"""The plan of a year and the measures in it."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import Division, OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of, together
from prongsai.foundations.records.versions import Versioned
from prongsai.registers.measures.states import MEASURE, PLAN, MeasureState, PlanState

ASPECTS = 7


class Plan(OwnedByOrganisation, Versioned):
    """The measures of one fiscal year, after the result of an earlier one.

    ``fiscal_year`` is the year in which they run; ``result_year`` the year whose result
    they answer, where that is known.
    """

    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"))
    result_year = models.PositiveSmallIntegerField(
        _("answers the result of fiscal year"), null=True, blank=True
    )
    title = models.CharField(_("title"), max_length=500, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=PlanState, default=PLAN.start
    )
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decision_number = models.CharField(
        _("number of the memo"), max_length=100, blank=True
    )

    personal = frozenset({"made_by", "decided_by"})

    class Meta:
        verbose_name = _("plan of measures")
        ordering = ["-fiscal_year"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "fiscal_year"],
                name="measures_plan_once_a_year",
                violation_error_message=_(
                    "This year has its plan of measures already."
                ),
            ),
            together("decided_at", "decided_by"),
            one_of("state", PlanState.values),
        ]

    def __str__(self) -> str:
        return _("Measures of fiscal year %(year)s") % {"year": self.fiscal_year}

    def get_absolute_url(self) -> str:
        return reverse("measures:plan", args=[self.pk])


class Measure(OwnedByOrganisation, Versioned):
    """One measure: why, what, from where to where, by whom, and what came of it.

    ``aspect`` is one of the seven (ประเด็น), ``indicators`` a list of numbers 1 to 10; at
    least one of both once it is proposed. ``reference`` and the printed texts keep what an
    imported report said, word for word. ``is_put_forward`` says that the memo of the plan
    is about this measure too, whatever became of that memo: it is not a state.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="measures")
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    reference = models.CharField(_("number in the report"), max_length=20, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=MeasureState, default=MEASURE.start
    )
    aspect = models.PositiveSmallIntegerField(_("aspect"), null=True, blank=True)
    aspect_number = models.CharField(
        _("number of the aspect as printed"), max_length=20, blank=True
    )
    aspect_title = models.TextField(_("aspect as printed"), blank=True)
    indicators = models.JSONField(_("indicators"), default=list, blank=True)
    indicator_text = models.TextField(_("indicator as printed"), blank=True)
    title = models.TextField(_("measure"))
    analysis = models.TextField(_("why: what the result shows"), blank=True)
    baseline = models.DecimalField(
        _("where we stand"), max_digits=15, decimal_places=4, null=True, blank=True
    )
    target = models.DecimalField(
        _("what we want to reach"),
        max_digits=15,
        decimal_places=4,
        null=True,
        blank=True,
    )
    unit = models.CharField(_("unit"), max_length=100, blank=True)
    figure_key = models.CharField(
        _("figure that measures it"), max_length=100, blank=True,
        help_text=_("A live figure of a register, run again at each round."),
    )  # fmt: skip
    output_expected = models.TextField(_("output expected"), blank=True)
    outcome_expected = models.TextField(_("outcome expected"), blank=True)
    budget = models.DecimalField(
        _("budget (baht)"), max_digits=15, decimal_places=2, null=True, blank=True
    )
    starts_on = models.DateField(_("begins"), null=True, blank=True)
    ends_on = models.DateField(_("ends"), null=True, blank=True)
    period_text = models.TextField(_("period as printed"), blank=True)
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("responsible division"),
    )  # fmt: skip
    responsible_texts = models.JSONField(
        _("responsible as printed"), default=list, blank=True
    )
    accountable = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("accountable person"),
    )  # fmt: skip
    is_put_forward = models.BooleanField(_("part of the proposal"), default=False)
    standard = models.CharField(_("standard measure"), max_length=60, blank=True)
    copied_from = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, related_name="copies"
    )
    no_number_because = models.TextField(_("why the outcome has no number"), blank=True)
    dropped_because = models.TextField(_("why it was given up"), blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reported_at = models.DateTimeField(null=True)
    reported_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset(
        {"accountable", "made_by", "reported_by", "closed_by", "responsible_texts"}
    )

    class Meta:
        verbose_name = _("measure")
        ordering = ["plan", "order", "pk"]
        constraints = [
            together("reported_at", "reported_by"),
            together("closed_at", "closed_by"),
            one_of("state", MeasureState.values),
            models.CheckConstraint(
                name="measures_measure_aspect_known",
                condition=Q(aspect__isnull=True)
                | Q(aspect__gte=1, aspect__lte=ASPECTS),
            ),
            models.CheckConstraint(
                name="measures_measure_ends_after_it_begins",
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(starts_on__lte=F("ends_on")),
            ),
            models.CheckConstraint(
                name="measures_measure_dropped_with_reason",
                condition=~Q(state=MeasureState.DROPPED) | ~Q(dropped_because=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title[:120]

    def get_absolute_url(self) -> str:
        return reverse("measures:measure", args=[self.pk])
