"""The application of submissions."""

from django.apps import AppConfig


class SubmissionsConfig(AppConfig):
    """Known to Django as ``submissions``."""

    name = "prongsai.foundations.submissions"
