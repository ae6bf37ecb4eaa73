"""How much a finding matters: error, warning, info."""

from enum import StrEnum


class Severity(StrEnum):
    """From what must be corrected before signing to what is merely worth a thought."""

    ERROR = "error"  # the document contradicts itself or the rule
    WARNING = "warning"  # very likely a slip; a person decides
    INFO = "info"  # a habit that weakens the report
