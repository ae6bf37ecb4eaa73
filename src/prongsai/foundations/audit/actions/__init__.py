"""Write history; verify it."""

from prongsai.foundations.audit.actions.recording import (
    Fact,
    note_export,
    record,
    record_reading,
)
from prongsai.foundations.audit.actions.verifying import ask, finish
from prongsai.foundations.audit.chain import digest_of

__all__ = [
    "Fact",
    "ask",
    "digest_of",
    "finish",
    "note_export",
    "record",
    "record_reading",
]
