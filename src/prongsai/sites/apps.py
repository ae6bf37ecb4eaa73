"""The application of the sites: shells, home pages and pages of error."""

from django.apps import AppConfig


class SitesConfig(AppConfig):
    """Known to Django as ``sites``."""

    name = "prongsai.sites"
