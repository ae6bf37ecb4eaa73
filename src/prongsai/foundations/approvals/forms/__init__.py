"""Forms: a memo, an answer, a paper, a chain, and the deeds that need a word."""

from prongsai.foundations.approvals.forms.answers import (
    AnswerForm,
    DelegateForm,
    InterestForm,
    PaperForm,
)
from prongsai.foundations.approvals.forms.chains import (
    ChainForm,
    ChainSteps,
    lines_of,
    plan_of,
)
from prongsai.foundations.approvals.forms.memos import (
    MemoForm,
    ReasonForm,
    first_values,
)

__all__ = [
    "AnswerForm",
    "ChainForm",
    "ChainSteps",
    "DelegateForm",
    "InterestForm",
    "MemoForm",
    "PaperForm",
    "ReasonForm",
    "first_values",
    "lines_of",
    "plan_of",
]
