"""What leaves the house: the addresses to enter into the assessment's system, the packs."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files import queries as files
from prongsai.foundations.files.models import StoredFile
from prongsai.registers.disclosure import permissions
from prongsai.registers.disclosure.models import Item, Year
from prongsai.registers.disclosure.queries import visits

PACKS = "packs"
"""The slot of a year in which its evidence packs are kept."""


@dataclass(frozen=True, kw_only=True)
class Address:
    """One item as it is entered into the assessment's system; no address, not public."""

    number: int
    code: str
    title: str
    url: str
    version: int | None
    published_at: datetime | None
    digest: str


def items_of(year: Year) -> QuerySet[Item]:
    """Return the items of a year in their order, each with what is public of it."""
    return (
        year.items.select_related("year", "published__publication")
        .defer("published__content")
        .order_by("number")
    )


def addresses_of(year: Year) -> list[Address]:
    """Return every item of a year with the address at which anyone opens it."""
    site = visits.site()
    return [_address(item, site) for item in items_of(year)]


def _address(item: Item, site: str) -> Address:
    version = item.published
    if version is None:
        return Address(
            number=item.number, code=item.code, title=item.title, url="",
            version=None, published_at=None, digest="",
        )  # fmt: skip
    return Address(
        number=item.number,
        code=item.code,
        title=item.title,
        url=f"{site}{version.publication.get_absolute_url()}",
        version=version.number,
        published_at=version.published_at,
        digest=version.digest,
    )


def packs_of(year: Year) -> QuerySet[StoredFile]:
    """Return the evidence packs made of a year, the newest first."""
    return files.of(year, slot=PACKS).order_by("-uploaded_at", "-pk")


def can_read_pack(user: User, year_pk: int) -> bool:
    """Whoever may verify the year opens its evidence packs."""
    is_ours = Year.objects.filter(
        organisation=user.organisation_id, pk=year_pk
    ).exists()
    return is_ours and permissions.can_verify(user, on=localdate())
