"""What background work is called in words, found from the path of its function."""

from collections.abc import Callable
from typing import TypeVar

from django.apps import apps
from django.utils.functional import Promise as LazyText
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from prongsai.foundations.tasks.office import OfficeTask

F = TypeVar("F", bound=Callable[..., object])


def labelled(label: str | LazyText) -> Callable[[F], F]:
    """Say in words what a function of a ``DAILY`` list does."""

    def mark(function: F) -> F:
        function.__dict__["label"] = label
        return function

    return mark


def path_of(function: Callable[..., object]) -> str:
    """Return the dotted path of a function of a module."""
    return f"{function.__module__}.{function.__qualname__}"


def label_of(path: str) -> str:
    """Return the words for a task or a day's work; its register where it has none."""
    try:
        found = import_string(path)
    except ImportError:
        found = None
    label = found.label if isinstance(found, OfficeTask) else _written_on(found)
    if label:
        return str(label)
    config = apps.get_containing_app_config(path)
    place = config.verbose_name if config else path
    return _("Background work: %(place)s") % {"place": place}


def _written_on(found: object) -> object:
    return getattr(found, "label", "")
