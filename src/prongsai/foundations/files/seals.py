"""The seal of an office among its files: the one picture every printed sheet needs."""

from django.db.models import QuerySet

from prongsai.foundations.files.models import Part, StoredFile
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Organisation

SEAL = "seal"
"""The slot of the seal among the files of an office."""


def shown_seals() -> QuerySet[StoredFile]:
    """Return the public copies of seals that are shown; there is one, or none."""
    return StoredFile.objects.filter(
        organisation=tenancy.required(),
        part=Part.PUBLIC,
        hidden_at__isnull=True,
        original__owner_kind=Organisation._meta.label_lower,
        original__slot=SEAL,
    ).order_by("-pk")
