"""What assessments do in the background: read large reports."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.tasks.office import office_task
from prongsai.registers.assessments.actions import readings as actions
from prongsai.registers.assessments.queries import readings as queries


@office_task(label=_("Read a report"))
def read_report(*, reading: int) -> None:
    """Read a report that waits; run again after a kill, it begins anew or stays read."""
    if waiting := queries.waiting(reading):
        actions.finish(waiting, by=waiting.read_by, at=timezone.now())
