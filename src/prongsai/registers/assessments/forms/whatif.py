"""The form of trying out points: a number and a slider for each indicator, with no script.

``iN`` is the number, ``sN`` the slider, ``wN`` what both stood at when the page was
drawn. Whichever of the two was moved counts; the number where both were.
"""

# ruff: noqa: ANN401  # Django hands keywords over without types

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.ita.frameworks.arithmetic import TWO_PLACES
from prongsai.ita.scoring.score import Result
from prongsai.registers.assessments.imports.fields import points_field
from prongsai.registers.assessments.queries.codes import name_in_language
from prongsai.registers.assessments.queries.whatif import levels_above
from prongsai.ui.forms import Form


class Slider(forms.NumberInput):
    """A slider from 0 to 100, as fine as points are."""

    input_type = "range"

    def __init__(self) -> None:
        super().__init__({"min": "0", "max": "100", "step": "0.01"})


@dataclass(frozen=True, kw_only=True)
class Pair:
    """The number and the slider of one indicator."""

    number: BoundField
    slider: BoundField
    was: BoundField


class WhatIfForm(Form):
    """Points tried out for every indicator, and the level aimed at."""

    level = forms.ChoiceField(label=gettext_lazy("Level aimed at"), required=False)

    def __init__(self, *args: Any, before: Result, **kwargs: Any) -> None:
        self.before = before
        super().__init__(*args, **kwargs)
        for one in before.framework.indicators:
            name = name_in_language(one.th, one.en)
            label = f"{one.number}. {name}"
            self.fields[f"i{one.number}"] = points_field(label)
            slider = points_field(_("Slider: %(name)s") % {"name": label})
            slider.widget = Slider()
            self.fields[f"s{one.number}"] = slider
            self.fields[f"w{one.number}"] = points_field("")
            self.fields[f"w{one.number}"].widget = forms.HiddenInput()
        level = self.fields["level"]
        if isinstance(level, forms.ChoiceField):
            level.choices = [
                (one.code, name_in_language(one.th, one.en))
                for one in levels_above(before)
            ]
        self._harden()

    @property
    def pairs(self) -> list[Pair]:
        """The two inputs of every indicator, in order."""
        return [
            Pair(number=self[f"i{n}"], slider=self[f"s{n}"], was=self[f"w{n}"])
            for n in self.before.points
        ]

    @property
    def points(self) -> dict[int, Decimal]:
        """The points tried out; what was not moved or cannot be read stays as it was."""
        said: Mapping[str, Any] = getattr(self, "cleaned_data", {})
        return {n: self._chosen(n, said) for n in self.before.points}

    @property
    def aim(self) -> str | None:
        """The level aimed at, or None for the next better one."""
        said: Mapping[str, Any] = getattr(self, "cleaned_data", {})
        return said.get("level") or None

    def _chosen(self, n: int, said: Mapping[str, Any]) -> Decimal:
        was = said.get(f"w{n}")
        stood = self.before.points[n] if was is None else Decimal(was)
        for kind in ("i", "s"):
            moved = said.get(f"{kind}{n}")
            if moved is not None and moved != stood:
                return Decimal(moved)
        return stood


def drawn(before: Result, points: Mapping[int, Decimal], aim: str | None) -> WhatIfForm:
    """Return the form as it is drawn: number, slider and what they stand at agree."""
    initial: dict[str, object] = {"level": aim}
    for n, value in points.items():
        initial |= {
            f"i{n}": value.quantize(TWO_PLACES),
            f"s{n}": f"{value:.2f}",
            f"w{n}": f"{value:.2f}",
        }
    return WhatIfForm(before=before, initial=initial)
