"""Tables of approvals: templates of chains, memos with their history, steps, paper."""

from prongsai.foundations.approvals.models.chains import (
    ChainTemplate,
    ChainTemplateStep,
)
from prongsai.foundations.approvals.models.memos import Enclosure, Memo, Revision
from prongsai.foundations.approvals.models.papers import PaperRecord
from prongsai.foundations.approvals.models.steps import InterestDeclaration, Step

__all__ = [
    "ChainTemplate",
    "ChainTemplateStep",
    "Enclosure",
    "InterestDeclaration",
    "Memo",
    "PaperRecord",
    "Revision",
    "Step",
]
