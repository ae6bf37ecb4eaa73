"""Forms about a year: opening it, its window, the year to carry over from."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.registers.disclosure.models import Year
from prongsai.registers.disclosure.queries import years as queries
from prongsai.ui.fields import ThaiDateField
from prongsai.ui.forms import Form

_WINDOW = _(
    "The day is in the letter of the assessment. It may be entered later; items then "
    "get their due dates."
)


class WindowForm(Form):
    """When the assessment takes the items in."""

    window_starts = ThaiDateField(label=_("Window opens"), required=False)
    window_ends = ThaiDateField(
        label=_("Window closes"), required=False, help_text=_WINDOW
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a window that closes before it opens."""
        said = super().clean() or {}
        starts, ends = said.get("window_starts"), said.get("window_ends")
        if starts and ends and ends < starts:
            self.add_error("window_ends", _("The window closes before it opens."))
        return said


class OpenYearForm(WindowForm):
    """Which year, by its framework, and its window."""

    fiscal_year = forms.TypedChoiceField(coerce=int, label=_("Fiscal year"))

    field_order = ["fiscal_year", "window_starts", "window_ends"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # Django's
        super().__init__(*args, **kwargs)
        field = self.fields["fiscal_year"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(year, str(year)) for year in queries.to_open()]
        field.help_text = _("The years whose framework lists its items.")


class CarryForm(Form):
    """The earlier year to take over from."""

    from_year = forms.ModelChoiceField(
        queryset=Year.objects.none(), label=_("From fiscal year")
    )

    def __init__(self, *args: Any, year: Year, **kwargs: Any) -> None:  # noqa: ANN401  # Django's
        super().__init__(*args, **kwargs)
        field = self.fields["from_year"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = queries.years().exclude(pk=year.pk)
