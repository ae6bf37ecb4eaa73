"""What the kinds of numbers are called; each register names its own."""

from django.utils.functional import Promise

_KINDS: dict[str, str | Promise] = {}


def register(kind: str, label: str | Promise) -> None:
    """Name a kind of number: ``register("lending.loan", _("Loans"))`` in ``ready``.

    A kind that counts for each of several things is ``meetings.meeting:5``; it is named
    by what stands before the colon.
    """
    _KINDS[kind] = label


def label_of(kind: str) -> str:
    """Return what people call a kind of number; its code while nobody named it."""
    whole, colon, key = kind.partition(":")
    label = str(_KINDS.get(whole, whole))
    return f"{label} ({key})" if colon else label
