"""What a form lets people send: which kinds, how large, how many."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class FileRules:
    """The limits of one field. ``types`` are names of kinds, see ``kinds.KINDS``."""

    types: tuple[str, ...] = ("image", "pdf")
    max_bytes: int = 10 * MEGABYTE
    max_count: int = 10
