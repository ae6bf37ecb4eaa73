"""The application of accounts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Known to Django as ``accounts``."""

    name = "prongsai.foundations.accounts"
