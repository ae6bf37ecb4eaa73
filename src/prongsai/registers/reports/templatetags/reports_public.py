"""The picture of the points, and days of frozen data as they are written on screen."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.template import Library
from django.utils.translation import gettext as _

from prongsai.ui.charts import Chart, bars
from prongsai.ui.writing import short_date

register = Library()


@register.filter
def iso_date(text: str) -> str:
    """Write a day of a frozen document as the page writes days."""
    return short_date(date.fromisoformat(text))


@register.simple_tag
def scores_chart(content: Mapping[str, Any]) -> Chart | None:
    """Return bars of the points of each year, or nothing where there are none."""
    scores = content["report"]["scores"]
    years = sorted({year for score in scores for year in score["years"]})
    if not scores:
        return None
    return bars(
        _("Points of the indicators"),
        labels=[f"{score['indicator']} {score['name']}" for score in scores],
        series={
            year: [_points(score["years"].get(year)) for score in scores]
            for year in years
        },
    )


def _points(printed: str | None) -> Decimal | None:
    return Decimal(printed) if printed else None
