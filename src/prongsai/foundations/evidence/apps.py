"""The application of evidence."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Known to Django as ``evidence``."""

    name = "prongsai.foundations.evidence"
