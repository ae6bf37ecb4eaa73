"""The question on which day somebody was in office."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.ui.fields import ThaiDateField
from prongsai.ui.forms import Form


class DayForm(Form):
    """One day, typed as Thai dates are."""

    date = ThaiDateField(
        label=pgettext_lazy("directory", "Day"),
        help_text=_("For example 8 ต.ค. 2568 or 8/10/2568."),
    )
