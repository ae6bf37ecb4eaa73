"""The application of the look."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Known to Django as ``ui``."""

    name = "prongsai.ui"
