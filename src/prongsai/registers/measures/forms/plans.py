"""Forms of the plan, its measures and their steps."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.queries import people
from prongsai.foundations.evidence.figures import registry
from prongsai.foundations.organisations.models import Division
from prongsai.foundations.organisations.queries import divisions
from prongsai.ita.thai.fiscal import fiscal_year_of
from prongsai.ita.thai.periods import FIRST_YEAR, LAST_YEAR
from prongsai.registers.measures.actions.plans import Draft, StepDraft
from prongsai.registers.measures.models import Measure, Plan, Step
from prongsai.registers.measures.queries import plans as queries
from prongsai.ui.fields import MoneyField, ThaiIntegerField
from prongsai.ui.forms import Form, ModelForm

_SMALL = {"rows": 3}


def _year(label: Any, **more: Any) -> ThaiIntegerField:  # noqa: ANN401  # as Django's
    return ThaiIntegerField(
        label=label, min_value=FIRST_YEAR, max_value=LAST_YEAR, **more
    )


class BeginForm(Form):
    """The year of a new plan, and the result it answers."""

    fiscal_year = _year(_("Fiscal year"))
    result_year = _year(
        _("Answers the result of fiscal year"),
        required=False,
        help_text=_("The year assessed; leave empty when there is no result yet."),
    )
    title = forms.CharField(
        max_length=500,
        required=False,
        label=_("Title"),
        help_text=_("As it shall stand on the announcement; may be filled in later."),
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        year = fiscal_year_of(on)
        self.initial.setdefault("fiscal_year", year)
        self.initial.setdefault("result_year", year - 1)

    def clean_fiscal_year(self) -> int:
        """Refuse a year that has its plan."""
        year = int(self.cleaned_data["fiscal_year"])
        if queries.plan_of(year) is not None:
            words = _("Fiscal year %(year)s has its plan already. Open that one.")
            raise ValidationError(words, params={"year": year})
        return year


class RenameForm(ModelForm):
    """What the plan is called and which result it answers."""

    class Meta:
        model = Plan
        fields = ("title", "result_year")


class ReasonForm(Form):
    """Why something is done."""

    reason = forms.CharField(
        max_length=1000, label=_("Reason"), widget=forms.Textarea(attrs=_SMALL)
    )


class MeasureForm(ModelForm):
    """Everything the plan says of a measure."""

    aspect = forms.TypedChoiceField(
        coerce=int, empty_value=None, required=False, label=_("Aspect")
    )
    indicators = forms.TypedMultipleChoiceField(
        coerce=int,
        required=False,
        label=_("Indicators"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("A measure answers an aspect, indicators, or both."),
    )
    budget = MoneyField(required=False, label=_("Budget (baht)"))
    figure_key = forms.ChoiceField(
        required=False,
        label=_("Figure that measures it"),
        help_text=_("A live figure of a register, run again at each round."),
    )
    responsible = forms.CharField(
        required=False,
        label=_("Responsible, as printed"),
        widget=forms.Textarea(attrs=_SMALL),
        help_text=_("One a line. Left empty, the report names the division."),
    )

    class Meta:
        model = Measure
        fields = (
            "title", "analysis", "aspect", "indicators", "baseline", "target", "unit",
            "figure_key", "output_expected", "outcome_expected", "budget", "starts_on",
            "ends_on", "division", "accountable", "reference", "period_text",
        )  # fmt: skip
        widgets = {
            name: forms.Textarea(attrs=_SMALL)
            for name in ("title", "analysis", "output_expected", "outcome_expected")
        } | {"period_text": forms.TextInput}
        help_texts = {
            "analysis": _("What the result shows, and what is to become better."),
            "output_expected": _("What will have been made, and how many."),
            "outcome_expected": _("What will be different for the people served."),
            "reference": _("Left empty, it is numbered within its aspect."),
            "period_text": _("Left empty, it is written from the two days."),
        }

    def __init__(self, *args: Any, year: int, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        measure = self.instance
        self.initial.setdefault("responsible", "\n".join(measure.responsible_texts))
        for name in ("baseline", "target"):
            if (value := getattr(measure, name)) is not None:
                self.initial[name] = value.normalize()
        _offer_people(self)
        _offer(self, "aspect", [("", "–"), *_named(queries.aspects_of(year))])
        _offer(self, "indicators", _named(queries.indicators_of(year)))
        _offer(self, "figure_key", _figures(measure.figure_key))

    def clean(self) -> dict[str, Any]:
        """Refuse a measure that ends before it begins."""
        found = super().clean() or self.cleaned_data
        start, end = found.get("starts_on"), found.get("ends_on")
        if start and end and end < start:
            words = _("It ends before it begins.")
            self.add_error("ends_on", ValidationError(words))
        return found

    @property
    def draft(self) -> Draft:
        """What the form says, for the action; printed words go when what they say does."""
        said: dict[str, Any] = dict(self.cleaned_data)
        lines = said.pop("responsible").splitlines()
        said["responsible_texts"] = tuple(
            line.strip() for line in lines if line.strip()
        )
        said["indicators"] = tuple(said["indicators"])
        if "division" in self.changed_data and "responsible" not in self.changed_data:
            said["responsible_texts"] = ()
        days = {"starts_on", "ends_on"} & set(self.changed_data)
        if days and "period_text" not in self.changed_data:
            said["period_text"] = ""
        return Draft(**(said | self._printed(said)))

    def _printed(self, said: dict[str, Any]) -> dict[str, str]:
        """Keep what was printed of an aspect and an indicator that stayed."""
        kept = {"standard": self.instance.standard}
        if said["aspect"] == self.initial.get("aspect"):
            kept["aspect_number"] = self.instance.aspect_number
            kept["aspect_title"] = self.instance.aspect_title
        if said["indicators"] == tuple(self.initial.get("indicators") or ()):
            kept["indicator_text"] = self.instance.indicator_text
        return kept


class StepForm(ModelForm):
    """One step: what, who answers for it, until when."""

    class Meta:
        model = Step
        fields = ("text", "division", "accountable", "due_on", "marker")
        widgets = {"text": forms.Textarea(attrs=_SMALL)}
        labels = {"marker": pgettext_lazy("step of a measure", "Number")}
        help_texts = {
            "accountable": _("One person answers for each step."),
            "marker": _("As it shall be printed, such as 1. or a dash."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        _offer_people(self)

    @property
    def draft(self) -> StepDraft:
        """What the form says, for the action; where a step comes from stays."""
        return StepDraft(**self.cleaned_data, origin=self.instance.origin)


class ExpandForm(Form):
    """For which divisions a step is, one line for each."""

    divisions = forms.ModelMultipleChoiceField(
        queryset=Division.objects.none(),
        label=_("Divisions"),
        widget=forms.CheckboxSelectMultiple,
    )
    accountable = forms.ModelChoiceField(
        queryset=User.objects.none(),
        required=False,
        label=_("Accountable person"),
        help_text=_("Left empty, the head of each division answers for its line."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        whole = divisions().filter(is_active=True, parent=None)
        _rows(self, "divisions", whole)
        _rows(self, "accountable", people().filter(is_active=True))
        self.initial.setdefault("divisions", whole)


def _offer_people(form: forms.BaseForm) -> None:
    """Offer the divisions in use, the people who may sign in, and who is there now."""
    row = getattr(form, "instance", None)
    division, person = Q(is_active=True), Q(is_active=True)
    if isinstance(row, Measure | Step):
        division |= Q(pk=row.division_id)
        person |= Q(pk=row.accountable_id)
    _rows(form, "division", divisions().filter(division))
    _rows(form, "accountable", people().filter(person))


def _rows(form: forms.BaseForm, name: str, rows: Any) -> None:  # noqa: ANN401  # any rows
    field = form.fields[name]
    if isinstance(field, forms.ModelChoiceField):
        field.queryset = rows


def _offer(form: forms.BaseForm, name: str, choices: list[tuple[Any, str]]) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices


def _named(names: dict[int, tuple[str, str]]) -> list[tuple[int, str]]:
    english = get_language() == "en"
    return [(n, f"{n}. {en if english else th}") for n, (th, en) in names.items()]


def _figures(chosen: str) -> list[tuple[str, str]]:
    """Return every figure of every register; one that is gone stays while it is chosen."""
    known = {key: str(figure.label) for key, figure in registry().items()}
    if chosen:
        known.setdefault(chosen, chosen)
    return [("", "–"), *sorted(known.items(), key=lambda pair: pair[1])]
