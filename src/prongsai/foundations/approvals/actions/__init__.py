"""The deeds: draft, edit, submit, recall, withdraw; endorse, decide, return; and the rest."""

from prongsai.foundations.approvals.actions.acting import decide, endorse, return_
from prongsai.foundations.approvals.actions.chains import (
    change_chain,
    make_chain,
    provide_chains,
)
from prongsai.foundations.approvals.actions.drafting import (
    draft,
    edit,
    withdraw,
)
from prongsai.foundations.approvals.actions.papers import (
    confirm_paper,
    record_paper,
    reject_paper,
)
from prongsai.foundations.approvals.actions.passing import (
    declare_interest,
    delegate,
    pass_up,
    skip_vacant,
)
from prongsai.foundations.approvals.actions.sending import (
    recall,
    subject_changed,
    submit,
    void,
)

__all__ = [
    "change_chain",
    "confirm_paper",
    "decide",
    "declare_interest",
    "delegate",
    "draft",
    "edit",
    "endorse",
    "make_chain",
    "pass_up",
    "provide_chains",
    "recall",
    "record_paper",
    "reject_paper",
    "return_",
    "skip_vacant",
    "subject_changed",
    "submit",
    "void",
    "withdraw",
]
