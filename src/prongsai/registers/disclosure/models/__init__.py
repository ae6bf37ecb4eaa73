"""The tables of disclosure."""

from prongsai.registers.disclosure.models.checks import Check, FileReading, Visit
from prongsai.registers.disclosure.models.items import (
    Edition,
    Exemption,
    Item,
    Part,
    Year,
)
from prongsai.registers.disclosure.models.uploads import TableUpload

__all__ = [
    "Check",
    "Edition",
    "Exemption",
    "FileReading",
    "Item",
    "Part",
    "TableUpload",
    "Visit",
    "Year",
]
