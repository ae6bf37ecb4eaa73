"""The application of notifications."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Known to Django as ``notifications``."""

    name = "prongsai.foundations.notifications"
