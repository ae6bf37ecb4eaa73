"""The application of approvals."""

from django.apps import AppConfig


class ApprovalsConfig(AppConfig):
    """Known to Django as ``approvals``."""

    name = "prongsai.foundations.approvals"

    def ready(self) -> None:
        """Say who may open enclosures and scans."""
        from prongsai.foundations.approvals import reading  # noqa: PLC0415  # models
        from prongsai.foundations.files import readers  # noqa: PLC0415  # the same

        readers.register("approvals.memo", reading.can_read_enclosure)
        readers.register("approvals.paperrecord", reading.can_read_scan)
