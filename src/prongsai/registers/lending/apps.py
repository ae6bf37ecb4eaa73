"""The application of lending."""

from django.apps import AppConfig


class LendingConfig(AppConfig):
    """Known to Django as ``lending``."""

    name = "prongsai.registers.lending"
