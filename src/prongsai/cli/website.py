"""What ``serve`` and ``demo`` do before anything else: settings, tables, static files."""

import os
from pathlib import Path

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from prongsai.cli.speech import refuse


def make_ready() -> None:
    """Load the settings, bring the database up to date and collect static files."""
    start_django()
    call_command("prepare", verbosity=0)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)


def start_django() -> None:
    """Load the settings; say in one sentence what is wrong with them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "prongsai.config.settings")
    try:
        django.setup()
    except ImproperlyConfigured as fault:
        refuse(str(fault))


def data_folder() -> Path:
    """Return the folder everything is kept in."""
    return Path(settings.DATA)
