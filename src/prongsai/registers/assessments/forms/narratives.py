"""The form in which people complete the analysis of an indicator."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.registers.assessments.models.narratives import Narrative
from prongsai.registers.assessments.queries.narratives import adopted
from prongsai.ui.forms import Form


class NarrativeForm(Form):
    """The text; the mark of a draft goes when a person keeps it."""

    text = forms.CharField(
        label=_("Analysis"),
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_(
            "Say why the points are what they are, and what the office will do. Write "
            "points as points; a difference of points is no percentage."
        ),
    )

    def __init__(
        self,
        data: Any = None,  # noqa: ANN401  # what the browser sent
        *,
        instance: Narrative,
    ) -> None:
        initial = {"text": adopted(instance.text)}
        super().__init__(data, instance=instance, initial=initial)
