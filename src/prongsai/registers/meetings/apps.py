"""The application of meetings."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeetingsConfig(AppConfig):
    """Known to Django as ``meetings``."""

    name = "prongsai.registers.meetings"

    def ready(self) -> None:
        """Tell the foundations what this register has for them."""
        from prongsai.foundations.files import readers  # noqa: PLC0415  # models first
        from prongsai.foundations.numbering import kinds  # noqa: PLC0415
        from prongsai.registers.meetings.actions import planning  # noqa: PLC0415
        from prongsai.registers.meetings.actions.circulars import NUMBER  # noqa: PLC0415
        from prongsai.registers.meetings.queries import files as own  # noqa: PLC0415
        from prongsai.registers.meetings.queries import offering  # noqa: PLC0415

        readers.register("meetings.order", own.can_read_order)
        readers.register("meetings.agendaitem", own.can_read_item)
        readers.register("meetings.circular", own.can_read_circular)
        kinds.register(planning.NUMBER, _("Meetings of a committee"))
        kinds.register(NUMBER, _("Circulars"))
        offering.offer()
