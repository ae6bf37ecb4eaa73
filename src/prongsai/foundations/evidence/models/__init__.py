"""The tables of evidence: what was gathered, each proof of it, figures as they were."""

from prongsai.foundations.evidence.models.figures import StoredFigure
from prongsai.foundations.evidence.models.gathered import (
    SOON,
    Check,
    Evidence,
    Kind,
    State,
)

__all__ = ["SOON", "Check", "Evidence", "Kind", "State", "StoredFigure"]
