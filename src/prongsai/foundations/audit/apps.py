"""The application of audit."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Known to Django as ``audit``."""

    name = "prongsai.foundations.audit"
