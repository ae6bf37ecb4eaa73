"""How points are typed, in a form as in a sheet: 0 to 100, two decimals, any digits."""

from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from prongsai.ui.fields import ThaiDecimalField


def points_field(label: str | Promise, *, required: bool = False) -> ThaiDecimalField:
    """Return a field for points from 0 to 100 with two decimals; Thai digits are fine."""
    return ThaiDecimalField(
        label=label,
        required=required,
        min_value=Decimal(0),
        max_value=Decimal(100),
        decimal_places=2,
        error_messages={
            "required": _("Enter the points, from 0 to 100."),
            "max_value": _("Points lie between 0 and 100."),
            "min_value": _("Points lie between 0 and 100."),
        },
    )
