"""A page gone stale is told: rows count their versions, forms carry the one they showed."""

from django.db import models

from prongsai.ita.errors import ItaError


class StalePage(ItaError):
    """Somebody changed the row after the page was opened: ``expected``, ``found``."""

    code = "records.stale-page"


class Versioned(models.Model):
    """Base of rows that several people edit through forms."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


def check_version(row: Versioned, expected: int) -> None:
    """Refuse a change from a page that showed another version; call it under the lock."""
    if row.version != expected:
        raise StalePage(expected=expected, found=row.version)


def advance(row: Versioned) -> None:
    """Count a change; the action saves ``version`` together with what it changed."""
    row.version += 1
