"""The application of frameworks."""

from django.apps import AppConfig


class FrameworksConfig(AppConfig):
    """Known to Django as ``frameworks``."""

    name = "prongsai.foundations.frameworks"
