"""The published directory inside its generic page: cards and the chart of a frozen version."""

from django.template import Library
from django.utils import timezone

from prongsai.foundations.publications.models import Version
from prongsai.registers.directory.public_views import drawing, showing
from prongsai.registers.directory.queries.public import Snapshot
from prongsai.registers.directory.queries.reading import Reading
from prongsai.ui.drawing import Drawing

register = Library()


@register.simple_tag
def directory_sections(version: Version) -> list[showing.Section]:
    """Return the executives of a version on the day it was published."""
    found = Snapshot(version=version, reading=Reading(version.content))
    return showing.sections(found, timezone.localdate(version.published_at))


@register.simple_tag
def directory_chart(version: Version) -> Drawing:
    """Return the structure of a version on the day it was published."""
    on = timezone.localdate(version.published_at)
    return drawing.chart(Reading(version.content), on)
