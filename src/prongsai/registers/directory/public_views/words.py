"""Frozen texts in the language of the reader, and days as pages write them."""

from collections.abc import Mapping
from datetime import date

from prongsai.ui.writing import in_english, short_date


def said(both: Mapping[str, str]) -> str:
    """Return a frozen text in the language of the reader."""
    return both["en"] if in_english() else both["th"]


def day(text: str) -> str:
    """Return a frozen day as pages write days; nothing for none."""
    return short_date(date.fromisoformat(text)) if text else ""
