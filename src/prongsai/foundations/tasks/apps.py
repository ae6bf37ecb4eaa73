"""The application of tasks."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    """Known to Django as ``tasks``."""

    name = "prongsai.foundations.tasks"
    label = "background"
