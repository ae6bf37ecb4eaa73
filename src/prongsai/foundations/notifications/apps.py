"""The application of notifications."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Known to Django as ``notifications``."""

    name = "prongsai.foundations.notifications"

    def ready(self) -> None:
        """Have the administrator told about letters that wait."""
        from prongsai.foundations.notifications import concerns as own  # noqa: PLC0415
        from prongsai.foundations.tasks import concerns  # noqa: PLC0415

        concerns.register(own.waiting_letters)
