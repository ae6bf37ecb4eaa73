"""The application of publications."""

from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    """Known to Django as ``publications``."""

    name = "prongsai.foundations.publications"
