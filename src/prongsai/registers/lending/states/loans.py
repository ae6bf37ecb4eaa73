"""The life of a loan, of an extension and of a settlement, as tables of moves."""

from typing import Literal

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from prongsai.ita.workflow import Workflow


class LoanState(TextChoices):
    """Where a loan stands. Overdue is no state: it is computed from the due date."""

    REQUESTED = "requested", _("Requested")
    CHECKED = "checked", _("Stock checked")
    APPROVED = "approved", _("Approved")
    REFUSED = "refused", _("Refused")
    HANDED_OVER = "handed_over", _("Lent out")
    RETURNED = "returned", _("Returned")
    SETTLING = "settling", _("Settling damage")
    CLOSED = "closed", _("Closed")
    CANCELLED = "cancelled", _("Cancelled")


class ExtensionState(TextChoices):
    """Where a wish for a later due date stands."""

    ASKED = "asked", _("Asked for")
    GRANTED = "granted", _("Granted")
    REFUSED = "refused", _("Refused")
    LAPSED = "lapsed", _("Not needed any more")


class SettlementState(TextChoices):
    """Where the settlement of damage or loss stands."""

    OPENED = "opened", _("Opened")
    HEARD = "heard", _("Borrower was heard")
    DECIDED = "decided", _("Decided")
    FULFILLED = "fulfilled", _("Made good")


# MOF regulation on procurement and supplies B.E. 2560, ข้อ 207–211.
LOAN = Workflow(
    start=LoanState.REQUESTED,
    moves={
        # The supply officer looks whether it is there (ข้อ 208: evidence in writing).
        LoanState.REQUESTED: {LoanState.CHECKED, LoanState.CANCELLED},
        # Head of division or head of the office decides (ข้อ 208, 210).
        LoanState.CHECKED: {
            LoanState.APPROVED,
            LoanState.REFUSED,
            LoanState.CANCELLED,
        },
        # Condition and both names are noted at hand-over (ข้อ 208).
        LoanState.APPROVED: {LoanState.HANDED_OVER, LoanState.CANCELLED},
        # Everything is back or accounted for (ข้อ 209, 210); until then it stays out.
        LoanState.HANDED_OVER: {LoanState.RETURNED},
        # Damage or loss must be made good before the loan is closed (ข้อ 209).
        LoanState.RETURNED: {LoanState.SETTLING, LoanState.CLOSED},
        LoanState.SETTLING: {LoanState.CLOSED},
    },
)

# The same person decides as for the loan (ข้อ 208).
EXTENSION = Workflow(
    start=ExtensionState.ASKED,
    moves={
        ExtensionState.ASKED: {
            ExtensionState.GRANTED,
            ExtensionState.REFUSED,
            ExtensionState.LAPSED,  # everything came back before anybody decided
        },
    },
)

# Administrative Procedure Act B.E. 2539: heard first (ม.30), then decided with
# reasons (ม.37); made good as ข้อ 209 says.
SETTLEMENT = Workflow(
    start=SettlementState.OPENED,
    moves={
        SettlementState.OPENED: {SettlementState.HEARD},
        SettlementState.HEARD: {SettlementState.DECIDED},
        SettlementState.DECIDED: {SettlementState.FULFILLED},
    },
)

Tone = Literal["plain", "info", "ok", "warn", "bad"]

TONES: dict[LoanState, Tone] = {
    LoanState.REQUESTED: "info",
    LoanState.CHECKED: "info",
    LoanState.APPROVED: "ok",
    LoanState.REFUSED: "bad",
    LoanState.HANDED_OVER: "info",
    LoanState.RETURNED: "warn",
    LoanState.SETTLING: "warn",
    LoanState.CLOSED: "ok",
    LoanState.CANCELLED: "plain",
}
"""How a badge of each state is coloured; the word stands beside it."""

BEFORE_HAND_OVER = (LoanState.REQUESTED, LoanState.CHECKED, LoanState.APPROVED)
ENDED = (LoanState.CLOSED, LoanState.REFUSED, LoanState.CANCELLED)
