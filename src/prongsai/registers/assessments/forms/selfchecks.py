"""The form of our own checks: for each item the points of its scale, and the ground."""

# ruff: noqa: ANN401  # Django hands keywords over without types

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _

from prongsai.registers.assessments.actions.selfchecks import Check
from prongsai.registers.assessments.imports.fields import points_field
from prongsai.registers.assessments.models import SelfCheck
from prongsai.registers.assessments.queries.codes import name_in_language
from prongsai.registers.assessments.queries.selfchecks import Checkable
from prongsai.ui.forms import Form


@dataclass(frozen=True, kw_only=True)
class CheckLine:
    """One line of the page: what is checked, its two inputs, and who checked it last."""

    code: str
    points: BoundField
    ground: BoundField
    check: SelfCheck | None


class ChecksForm(Form):
    """Points and ground of everything that can be checked; only what was changed counts.

    Each field carries what stood there when the page was drawn, so that a colleague's
    newer check is neither taken back nor overwritten unseen.
    """

    def __init__(
        self,
        *args: Any,
        lines: Sequence[Checkable],
        standing: Mapping[str, SelfCheck],
        **kwargs: Any,
    ) -> None:
        self.lines, self.standing = lines, standing
        super().__init__(*args, **kwargs)
        for one in lines:
            check = standing.get(one.code)
            self.fields[f"p_{one.code}"] = _points(one, check)
            self.fields[f"g_{one.code}"] = forms.CharField(
                label=_("What it rests on"),
                required=False,
                max_length=300,
                initial=check.ground if check else "",
                show_hidden_initial=True,
            )
        self._harden()

    @property
    def items(self) -> list[CheckLine]:
        """The lines of the OIT items."""
        return [line for line in self._drawn() if line.code.startswith("o")]

    @property
    def indicators(self) -> list[CheckLine]:
        """The lines of the indicators."""
        return [line for line in self._drawn() if line.code.startswith("i")]

    @property
    def changed(self) -> list[Check]:
        """The checks that the person changed."""
        moved = set(self.changed_data)
        return [
            Check(
                code=one.code,
                points=_number(self.cleaned_data[f"p_{one.code}"]),
                ground=self.cleaned_data[f"g_{one.code}"],
                seen=self._seen(one.code),
            )
            for one in self.lines
            if {f"p_{one.code}", f"g_{one.code}"} & moved
            and not self._says_nothing(one.code)
        ]

    def _says_nothing(self, code: str) -> bool:
        """Whether a line has a ground, but neither has nor had points."""
        return not self.cleaned_data[f"p_{code}"] and self._seen(code) is None

    def _seen(self, code: str) -> Decimal | None:
        """Return the points that stood on the page."""
        bound = self[f"p_{code}"]
        text = self.data.get(bound.html_initial_name, "")
        try:
            return _number(bound.field.clean(text))
        except forms.ValidationError:
            return None

    def _drawn(self) -> list[CheckLine]:
        return [
            CheckLine(
                code=one.code,
                points=self[f"p_{one.code}"],
                ground=self[f"g_{one.code}"],
                check=self.standing.get(one.code),
            )
            for one in self.lines
        ]


def _points(one: Checkable, check: SelfCheck | None) -> forms.Field:
    label = f"{one.code.upper()} {name_in_language(one.th, one.en)}"
    if not one.scale:
        label = f"{one.code[1:]}. {name_in_language(one.th, one.en)}"
        field: forms.Field = points_field(label)
        field.initial = check.points if check else None
    else:
        choices = [(f"{value:.2f}", f"{value:g}") for value in one.scale]
        field = forms.ChoiceField(
            label=label,
            required=False,
            choices=[("", _("not checked")), *choices],
            initial=f"{check.points:.2f}" if check else "",
        )
    field.show_hidden_initial = True
    return field


def _number(value: object) -> Decimal | None:
    return None if value in {None, ""} else Decimal(str(value))
