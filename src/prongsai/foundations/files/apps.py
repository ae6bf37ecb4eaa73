"""The application of files."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Known to Django as ``files``."""

    name = "prongsai.foundations.files"
