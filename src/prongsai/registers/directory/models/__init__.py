"""The tables of directory."""

from prongsai.registers.directory.models.entries import (
    ONLINE,
    Channel,
    ChannelKind,
    Duty,
    Entry,
    Landmark,
    Road,
)
from prongsai.registers.directory.models.holders import (
    Officeholder,
    Term,
    TermCorrection,
)
from prongsai.registers.directory.models.imports import TermImport
from prongsai.registers.directory.models.seats import (
    PERMANENT,
    POLITICAL,
    Branch,
    Seat,
    SeatKind,
)
from prongsai.registers.directory.models.texts import OfficeHours, Powers

__all__ = [
    "ONLINE", "PERMANENT", "POLITICAL", "Branch", "Channel", "ChannelKind", "Duty",
    "Entry", "Landmark", "OfficeHours", "Officeholder", "Powers", "Road", "Seat",
    "SeatKind", "Term", "TermCorrection", "TermImport",
]  # fmt: skip
