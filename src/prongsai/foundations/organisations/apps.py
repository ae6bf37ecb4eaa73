"""The application of offices."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Known to Django as ``organisations``."""

    name = "prongsai.foundations.organisations"
