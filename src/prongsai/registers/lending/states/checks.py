"""The life of an annual check of the assets (ข้อ 213–214)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from prongsai.ita.workflow import Workflow
from prongsai.ui.tables import Tone


class CheckState(TextChoices):
    """Where an annual check stands."""

    APPOINTED = "appointed", _("Committee appointed")
    COUNTING = "counting", _("Counting")
    REPORTED = "reported", _("Report made")
    APPROVED = "approved", _("Report approved")
    CLOSED = "closed", _("Audit Office informed")
    CANCELLED = "cancelled", _("Cancelled")


CHECK = Workflow(
    start=CheckState.APPOINTED,
    moves={
        CheckState.APPOINTED: {
            CheckState.COUNTING,  # ข้อ 213: from the first working day of the year
            CheckState.CANCELLED,  # the order was revoked
        },
        CheckState.COUNTING: {CheckState.REPORTED},  # ข้อ 213: 30 working days
        CheckState.REPORTED: {
            CheckState.COUNTING,  # the committee or the head of the office sends it back
            CheckState.APPROVED,
        },
        CheckState.APPROVED: {CheckState.CLOSED},  # ข้อ 213: copy to the Audit Office
    },
)

CHECK_TONES: dict[CheckState, Tone] = {
    CheckState.APPOINTED: "info",
    CheckState.COUNTING: "warn",
    CheckState.REPORTED: "info",
    CheckState.APPROVED: "ok",
    CheckState.CLOSED: "ok",
    CheckState.CANCELLED: "plain",
}
