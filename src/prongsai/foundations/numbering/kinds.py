"""What the kinds of numbers are called; each register names its own."""

from django.utils.functional import Promise

_KINDS: dict[str, str | Promise] = {}


def register(kind: str, label: str | Promise) -> None:
    """Name a kind of number: ``register("lending.loan", _("Loans"))`` in ``ready``."""
    _KINDS[kind] = label


def label_of(kind: str) -> str:
    """Return what people call a kind of number; its code while nobody named it."""
    return str(_KINDS.get(kind, kind))
