"""Forms of the administrator: a chain and its steps."""

# ruff: noqa: ANN401  # Django hands keywords and values over without types

from itertools import pairwise
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.approvals import queries
from prongsai.foundations.approvals.models import ChainTemplate
from prongsai.foundations.approvals.models.chains import ASKED
from prongsai.foundations.approvals.statements import ChainPlan, StepPlan
from prongsai.foundations.organisations import queries as organisations
from prongsai.foundations.organisations.models import Division
from prongsai.ui.forms import Form, ModelForm


class ChainForm(ModelForm):
    """The name of a chain and whether it is used."""

    class Meta:
        model = ChainTemplate
        fields = ["name_th", "name_en", "is_default", "is_active"]

    def clean_name_th(self) -> str:
        """Refuse a name that another chain of the office has."""
        name = str(self.cleaned_data["name_th"]).strip()
        others = queries.chains().filter(name_th=name).exclude(pk=self.instance.pk)
        if others.exists():
            raise forms.ValidationError(_("Another chain has this name."))
        return name

    def clean(self) -> dict[str, Any]:
        """Keep one chain that is used unless another is chosen."""
        data = super().clean() or {}
        if self.instance.is_default and not data.get("is_default"):
            self.add_error("is_default", _("Make another chain the default first."))
        if data.get("is_default") and not data.get("is_active"):
            self.add_error("is_active", _("The default chain is in use."))
        return data

    def _post_clean(self) -> None:
        """Leave the row alone: the action writes it."""


class ChainStepForm(Form):
    """One line of a chain; an empty line is no step."""

    role = forms.ChoiceField(
        label=pgettext_lazy("memo", "Who"),
        choices=[("", "—"), *((role.value, role.label) for role in ASKED)],
        required=False,
    )
    division = forms.ModelChoiceField(
        queryset=Division.objects.none(),
        label=_("Of which division"),
        required=False,
        empty_label=_("that of the proposer, or the whole office"),
    )
    may_skip_vacant = forms.BooleanField(
        label=_("May be skipped with a reason when the post is vacant"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["division"].queryset = organisations.divisions().filter(  # type: ignore[attr-defined]  # a choice of rows
            is_active=True
        )


class _ChainSteps(BaseFormSet[ChainStepForm]):
    def clean(self) -> None:
        """Ask for one step at least, and nobody twice in a row."""
        asked = [(step.role, step.division) for step in steps_of(self)]
        if not asked:
            raise forms.ValidationError(_("A chain needs at least one step."))
        if any(a == b for a, b in pairwise(asked)):
            raise forms.ValidationError(_("Nobody is asked twice in a row."))


def steps_of(lines: BaseFormSet[ChainStepForm]) -> list[StepPlan]:
    """Return the lines that are filled in, in their order."""
    return [
        StepPlan(
            role=data["role"],
            division=data["division"],
            may_skip_vacant=data["may_skip_vacant"],
        )
        for form in lines.forms
        if (data := getattr(form, "cleaned_data", None)) and data.get("role")
    ]


LINES = 6
ChainSteps = formset_factory(
    ChainStepForm, formset=_ChainSteps, extra=0, min_num=LINES, max_num=LINES,
    absolute_max=LINES,
)  # fmt: skip


def lines_of(chain: ChainTemplate | None) -> list[dict[str, object]]:
    """Return the steps of a chain as the first values of its lines."""
    if chain is None:
        return []
    return [
        {
            "role": step.role,
            "division": step.division_id,
            "may_skip_vacant": step.may_skip_vacant,
        }
        for step in chain.steps.order_by("order")
    ]


def plan_of(form: ChainForm, lines: BaseFormSet[ChainStepForm]) -> ChainPlan:
    """Return a chain as it was filled in."""
    data = form.cleaned_data
    return ChainPlan(
        name_th=data["name_th"],
        name_en=data["name_en"],
        steps=steps_of(lines),
        is_default=data["is_default"],
        is_active=data["is_active"],
    )
