"""Forms that take measures over: standard ones, last year's, those of a report."""

# ruff: noqa: ANN401  # Django hands keywords and values over without types

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.queries import people
from prongsai.foundations.organisations.models import Division
from prongsai.foundations.organisations.queries import divisions
from prongsai.ita.documents.model import report as ita
from prongsai.ita.thai.periods import FIRST_YEAR, LAST_YEAR
from prongsai.registers.measures.actions.taking import Owners
from prongsai.registers.measures.models import Measure, Plan
from prongsai.registers.measures.queries import plans
from prongsai.registers.measures.queries.sources import Former
from prongsai.registers.measures.states import PlanState
from prongsai.ui.fields import ThaiIntegerField
from prongsai.ui.forms import Form

_NOTHING = _("Please choose at least one measure.")


class OwnersForm(Form):
    """Who answers for the standard measures that were chosen."""

    division = forms.ModelChoiceField(
        Division.objects.none(), label=_("Responsible division")
    )
    accountable = forms.ModelChoiceField(
        User.objects.none(), label=_("Accountable person")
    )
    everywhere = forms.BooleanField(
        label=_("One line for each division where every division does a step"),
        help_text=_("The head of each division answers for its line."),
        required=False,
        initial=True,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["division"], divisions().filter(is_active=True))
        _offer(self.fields["accountable"], people().filter(is_active=True))

    @property
    def owners(self) -> Owners:
        """What was chosen, as the action takes it."""
        said = self.cleaned_data
        whole = divisions().filter(is_active=True, parent=None)
        return Owners(
            division=said["division"],
            accountable=said["accountable"],
            everywhere=tuple(whole) if said["everywhere"] else (),
        )


class FormerForm(Form):
    """Which measures of last year are copied; what was not reached stands on top."""

    measures = forms.TypedMultipleChoiceField(
        label=_("Measures"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _NOTHING},
    )

    def __init__(self, *args: Any, former: Sequence[Former], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._known = {one.measure.pk: one.measure for one in former if not one.copy}
        field = self.fields["measures"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                (one.measure.pk, words_of(one)) for one in former if not one.copy
            ]
        field.initial = [
            one.measure.pk for one in former if one.is_left and not one.copy
        ]

    @property
    def chosen(self) -> list[Measure]:
        """The measures that were ticked, in the order of their plan."""
        ticked = set(self.cleaned_data["measures"])
        found = [row for pk, row in self._known.items() if pk in ticked]
        return sorted(found, key=lambda row: (row.order, row.pk))


class ReadingForm(Form):
    """Into which plan the measures of a report go, and which of them."""

    plan = forms.ModelChoiceField(
        Plan.objects.none(),
        label=_("Plan"),
        required=False,
        empty_label=_("Begin the plan of the year below"),
    )
    fiscal_year = ThaiIntegerField(
        label=_("Fiscal year in which the measures run"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        required=False,
        help_text=_("Only for a plan that is begun now."),
    )
    measures = forms.TypedMultipleChoiceField(
        label=_("Measures"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _NOTHING},
    )

    def __init__(
        self,
        *args: Any,
        user: User,
        read: Sequence[ita.Measure],
        year: int | None,
        plan: int | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        open_plans = plans.visible_to(user).exclude(state=PlanState.CLOSED)
        _offer(self.fields["plan"], open_plans)
        fits = Q(pk=plan) if plan else Q(fiscal_year=year)
        same = open_plans.filter(fits).first()
        self.fields["plan"].initial = same and same.pk
        self.fields["fiscal_year"].initial = year
        field = self.fields["measures"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                (place, f"{one.ref} {one.title}") for place, one in enumerate(read)
            ]
        field.initial = list(range(len(read)))

    def clean(self) -> dict[str, Any]:
        """Ask for the year where a plan is begun, and refuse one that is there."""
        said = super().clean() or self.cleaned_data
        if said.get("plan") or "fiscal_year" in self.errors:
            return said
        year = said.get("fiscal_year")
        if not year:
            self.add_error("fiscal_year", gettext("Please enter the fiscal year."))
        elif plans.plan_of(year) is not None:
            words = _("Fiscal year %(year)s has its plan already. Open that one.")
            wrong = ValidationError(words, params={"year": year})
            self.add_error("fiscal_year", wrong)
        return said

    @property
    def into(self) -> Plan | int:
        """The plan that was chosen, or the year of the one to begin."""
        plan: Plan | None = self.cleaned_data["plan"]
        return plan or int(self.cleaned_data["fiscal_year"])


def words_of(former: Former) -> str:
    """Say of a measure of last year what it is and what was not reached."""
    said = [f"{former.measure.get_state_display()}"]
    if former.is_below:
        said.append(gettext("outcome below the target"))
    if former.steps_left:
        said.append(
            ngettext("%(count)s step left", "%(count)s steps left", former.steps_left)
            % {"count": former.steps_left}
        )
    return f"{former.measure.title} ({', '.join(said)})"


def _offer(field: forms.Field, rows: QuerySet[Any]) -> None:
    if isinstance(field, forms.ModelChoiceField):
        field.queryset = rows
