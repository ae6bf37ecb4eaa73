"""The application of approvals."""

from django.apps import AppConfig


class ApprovalsConfig(AppConfig):
    """Known to Django as ``approvals``."""

    name = "prongsai.foundations.approvals"
