"""The application of numbering."""

from django.apps import AppConfig


class NumberingConfig(AppConfig):
    """Known to Django as ``numbering``."""

    name = "prongsai.foundations.numbering"
