"""The forms of a year's result: which year, what was announced, why it is opened again."""

# ruff: noqa: ANN401  # Django hands keywords over without types

from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from prongsai.ita.frameworks.model import Framework, InstrumentCode
from prongsai.registers.assessments.actions.results import Values
from prongsai.registers.assessments.imports.fields import points_field
from prongsai.registers.assessments.models import Assessment
from prongsai.registers.assessments.queries import results as queries
from prongsai.registers.assessments.queries.codes import known_codes, name_in_language
from prongsai.registers.assessments.states import Origin
from prongsai.ui.fields import ThaiDateField
from prongsai.ui.forms import Form


class ResultForm(Form):
    """What was announced for one fiscal year; the year's framework gives the fields."""

    total = points_field(_("Total as announced"))
    level = forms.CharField(
        label=_("Level as announced"),
        max_length=100,
        required=False,
        help_text=_("In the words of the announcement."),
        widget=forms.TextInput(attrs={"list": "levels", "autocomplete": "off"}),
    )
    announced_on = ThaiDateField(label=_("Announced on"), required=False)

    def __init__(
        self,
        *args: Any,
        framework: Framework,
        instance: Assessment | None = None,
        **kwargs: Any,
    ) -> None:
        self.framework = framework
        if instance is not None:
            kwargs.setdefault("initial", _standing(instance))
        super().__init__(*args, instance=instance, **kwargs)
        for one in framework.indicators:
            label = f"{one.number}. {name_in_language(one.th, one.en)}"
            self.fields[f"i{one.number}"] = points_field(label, required=True)
        for code in known_codes(framework.year).values():
            name = name_in_language(code.th, code.en)
            label = f"{code.code.upper()} {name}" if code.code[0] == "o" else name
            self.fields[f"item_{code.code}"] = points_field(label)
        self._harden()

    @property
    def groups(self) -> list[tuple[str, list[BoundField]]]:
        """The fields of the indicators under the name of their instrument."""
        return [
            (
                f"{one.code} {name_in_language(one.th, one.en)}",
                [self[f"i{i.number}"] for i in self.framework.indicators_of(one.code)],
            )
            for one in self.framework.instruments
        ]

    @property
    def parts(self) -> list[BoundField]:
        """The fields of the parts of the EIT."""
        return self._below(InstrumentCode.EIT)

    @property
    def items(self) -> list[BoundField]:
        """The fields of the OIT items."""
        return self._below(InstrumentCode.OIT)

    @property
    def has_items(self) -> bool:
        """Whether any item has points, or something is wrong with one."""
        return any(
            bound.value() or bound.errors for bound in [*self.parts, *self.items]
        )

    @property
    def level_names(self) -> list[str]:
        """The levels of the year, as they are announced."""
        return [level.th for level in self.framework.levels]

    @property
    def values(self) -> Values:
        """What the form says, ready for the action."""
        said = self.cleaned_data
        return Values(
            fiscal_year=self.framework.year,
            points={
                one.number: said[f"i{one.number}"] for one in self.framework.indicators
            },
            items={
                code: said[f"item_{code}"]
                for code in known_codes(self.framework.year)
                if said[f"item_{code}"] is not None
            },
            total=said["total"],
            level=said["level"],
            announced_on=said["announced_on"],
            origin=Origin.FORM,
        )

    def _below(self, instrument: InstrumentCode) -> list[BoundField]:
        return [
            self[f"item_{code.code}"]
            for code in known_codes(self.framework.year).values()
            if code.instrument is instrument
        ]


class ReopenForm(Form):
    """Why a confirmed result is opened again."""

    reason = forms.CharField(
        label=_("Why is it opened again?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It stands in the history of the result."),
    )


def _standing(assessment: Assessment) -> dict[str, object]:
    """Return what stands in a result, by the names of the fields."""
    points = queries.points_of(assessment)
    return {
        "total": assessment.announced_total,
        "level": assessment.announced_level,
        "announced_on": assessment.announced_on,
        **{f"i{number}": value for number, value in points.items()},
        **{f"item_{c}": value for c, value in queries.items_of(assessment).items()},
    }
