"""Receive, claim, copy, hide, open, remove: the deeds with files."""

from prongsai.foundations.files.actions.copying import (
    hide,
    keeps_metadata,
    public_copy,
)
from prongsai.foundations.files.actions.keeping import claim, discard, forget
from prongsai.foundations.files.actions.opening import open_file
from prongsai.foundations.files.actions.receiving import receive
from prongsai.foundations.files.actions.sweeping import (
    remove_unclaimed,
    sweep,
)

__all__ = [
    "claim",
    "discard",
    "forget",
    "hide",
    "keeps_metadata",
    "open_file",
    "public_copy",
    "receive",
    "remove_unclaimed",
    "sweep",
]
