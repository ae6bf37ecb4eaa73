"""The form in which a person says how one item continues."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.registers.assessments.models.carrying import Relation
from prongsai.registers.assessments.queries.carrying import Line, possible
from prongsai.ui.forms import Form

_LONGEST = 500


class CarryForm(Form):
    """What the line is, among what fits the items on its two sides."""

    relation = forms.ChoiceField(label=_("How it continues"))
    note = forms.CharField(label=_("Remark"), max_length=_LONGEST, required=False)

    def __init__(
        self,
        data: Any = None,  # noqa: ANN401  # what the browser sent
        *,
        line: Line,
    ) -> None:
        said = line.confirmed
        shown = said.relation if said else line.relation
        initial = {"relation": shown, "note": said.note if said else ""}
        super().__init__(data, initial=initial)
        relation = self.fields["relation"]
        if isinstance(relation, forms.ChoiceField):
            relation.choices = [(r.value, r.label) for r in possible(line)]

    @property
    def chosen(self) -> Relation:
        """The relation the person chose."""
        return Relation(self.cleaned_data["relation"])
