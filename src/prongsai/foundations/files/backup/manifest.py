"""The list of contents of a backup: every entry with its size and digest, and the facts."""

import json
from dataclasses import asdict, dataclass, field

from prongsai.foundations.files.backup.errors import NotABackup

NAME = "manifest.json"
FORMAT = 1
MOST_BYTES = 256 * 1024 * 1024
"""A list larger than this is no list of ours: about a million files."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One file of a backup."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What is in a backup, when it was made, and by what."""

    made_at: str
    version: str
    engine: str
    migrations: list[str]
    offices: int
    format: int = FORMAT
    entries: list[Entry] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Return how many bytes everything has."""
        return sum(entry.size for entry in self.entries)


def written(manifest: Manifest) -> bytes:
    """Write the list as it stands in the archive."""
    return json.dumps(asdict(manifest), ensure_ascii=False, indent=1).encode()


def read(content: bytes, *, name: str) -> Manifest:
    """Read the list; raise ``NotABackup`` when it is none of ours."""
    try:
        facts = json.loads(content)
        entries = [
            Entry(
                path=str(each["path"]),
                size=int(each["size"]),
                sha256=str(each["sha256"]),
            )
            for each in facts.pop("entries")
        ]
        manifest = Manifest(**facts, entries=entries)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise NotABackup(name=name) from error
    if manifest.format != FORMAT:
        raise NotABackup(name=name)
    return manifest
