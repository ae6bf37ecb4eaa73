"""The application of reports."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Known to Django as ``reports``."""

    name = "prongsai.registers.reports"

    def ready(self) -> None:
        """Tell the foundations what this register has for them."""
        from prongsai.foundations.approvals import subjects  # noqa: PLC0415
        from prongsai.foundations.publications import templates  # noqa: PLC0415
        from prongsai.registers.reports.actions import holding, passing  # noqa: PLC0415
        from prongsai.registers.reports.queries import reports, telling  # noqa: PLC0415  # fmt: skip

        templates.register(reports.PUBLIC_TEMPLATE)
        subjects.register(
            holding.SUBJECT,
            content_of=passing.content_of,
            on_decided=passing.on_decided,
            on_voided=passing.on_voided,
            wording_of=telling.wording_of,
        )
