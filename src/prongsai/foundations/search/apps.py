"""The application of search."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Known to Django as ``search``."""

    name = "prongsai.foundations.search"
