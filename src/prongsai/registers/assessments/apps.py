"""The application of assessments."""

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    """Known to Django as ``assessments``."""

    name = "prongsai.registers.assessments"

    def ready(self) -> None:
        """Tell the foundations what this register has for them."""
        from prongsai.foundations.files import readers  # noqa: PLC0415  # models first
        from prongsai.registers.assessments.queries import (  # noqa: PLC0415
            readings,
        )

        readers.register(readings.OWNER_KIND, readings.can_open_file)
