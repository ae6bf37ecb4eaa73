"""Gather evidence of what was done; replace it, withdraw it, prove it again."""

from prongsai.foundations.evidence.gathering.about import About
from prongsai.foundations.evidence.gathering.adding import (
    add_figure,
    add_file,
    add_publication,
    add_record,
)
from prongsai.foundations.evidence.gathering.changing import replace, withdraw
from prongsai.foundations.evidence.gathering.checking import check
from prongsai.foundations.evidence.gathering.linking import add_link, visit_link

__all__ = [
    "About",
    "add_figure",
    "add_file",
    "add_link",
    "add_publication",
    "add_record",
    "check",
    "replace",
    "visit_link",
    "withdraw",
]
