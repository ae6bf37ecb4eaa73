"""The directory as it is public: the newest version that was not taken back."""

from dataclasses import dataclass

from prongsai.foundations.publications import queries as publications
from prongsai.foundations.publications.models import Version
from prongsai.registers.directory.queries.reading import Reading

ADDRESS = "people/directory"
TEMPLATE = "directory/public/directory.html"


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """A published directory: the version, and its content to be asked."""

    version: Version
    reading: Reading


def snapshot() -> Snapshot | None:
    """Return what of the directory is public now, if anything is."""
    found = publications.standing(ADDRESS, None)
    if found is None or found.withdrawal is not None:
        return None
    return Snapshot(version=found.version, reading=Reading(found.version.content))


def needs_note() -> bool:
    """Whether the next version has one before it, so that it must say what changed."""
    return publications.standing(ADDRESS, None) is not None
