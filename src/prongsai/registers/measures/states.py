"""How a plan, a measure and a division's part in it move; overdue is computed, never a state."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from prongsai.ita.workflow import Workflow
from prongsai.ui.tables import Tone


class PlanState(TextChoices):
    """Where the measures of one year stand as a whole."""

    DRAFT = "draft", pgettext_lazy("plan", "Being written")
    PROPOSED = "proposed", pgettext_lazy("plan", "Proposed by memo")
    APPROVED = "approved", pgettext_lazy("plan", "Approved")
    CLOSED = "closed", pgettext_lazy("plan", "Closed")


class MeasureState(TextChoices):
    """Where one measure stands."""

    DRAFT = "draft", pgettext_lazy("measure", "Draft")
    PROPOSED = "proposed", pgettext_lazy("measure", "Proposed")
    APPROVED = "approved", pgettext_lazy("measure", "Approved")
    RUNNING = "running", pgettext_lazy("measure", "Running")
    REPORTED = "reported", pgettext_lazy("measure", "Reported as done")
    CLOSED = "closed", pgettext_lazy("measure", "Closed")
    DROPPED = "dropped", pgettext_lazy("measure", "Given up")


class PartState(TextChoices):
    """Where the part of one division in a measure stands."""

    DRAFT = "draft", pgettext_lazy("part of a measure", "Being prepared")
    SUBMITTED = "submitted", pgettext_lazy("part of a measure", "Submitted")
    RETURNED = "returned", pgettext_lazy("part of a measure", "Returned")
    ACCEPTED = "accepted", pgettext_lazy("part of a measure", "Accepted")


PLAN = Workflow(
    start=PlanState.DRAFT,
    moves={
        PlanState.DRAFT: {PlanState.PROPOSED},  # a memo asks for the announcement
        PlanState.PROPOSED: {
            PlanState.APPROVED,  # the head of the office decides
            PlanState.DRAFT,  # refused, returned or recalled: to be corrected
        },
        PlanState.APPROVED: {
            PlanState.DRAFT,  # changed after the decision: the decision is void
            PlanState.CLOSED,  # every measure is closed or given up
        },
        PlanState.CLOSED: {PlanState.APPROVED},  # something was missed
    },
)

MEASURE = Workflow(
    start=MeasureState.DRAFT,
    moves={
        MeasureState.DRAFT: {
            MeasureState.PROPOSED,  # complete enough to be put into the memo
            MeasureState.DROPPED,
        },
        MeasureState.PROPOSED: {
            MeasureState.APPROVED,  # by the memo of the plan
            MeasureState.DRAFT,  # returned, refused, or to be written anew
        },
        MeasureState.APPROVED: {
            MeasureState.RUNNING,  # its first step is begun
            MeasureState.PROPOSED,  # the decision is void: the content changed
            MeasureState.DROPPED,  # with the reason; stays in the report
        },
        MeasureState.RUNNING: {
            MeasureState.REPORTED,  # output with evidence, outcome as number or why not
            MeasureState.DROPPED,
        },
        MeasureState.REPORTED: {
            MeasureState.CLOSED,  # looked at and found right
            MeasureState.RUNNING,  # sent back, with the reason
        },
        MeasureState.CLOSED: {MeasureState.REPORTED},  # opened again, with the reason
        MeasureState.DROPPED: set(),
    },
)

PART = Workflow(
    start=PartState.DRAFT,
    moves={
        PartState.DRAFT: {PartState.SUBMITTED},
        PartState.SUBMITTED: {PartState.ACCEPTED, PartState.RETURNED},
        PartState.RETURNED: {PartState.SUBMITTED},
        PartState.ACCEPTED: {PartState.RETURNED},  # found wrong later, with the reason
    },
)

LIVE = frozenset({MeasureState.APPROVED, MeasureState.RUNNING, MeasureState.REPORTED})
"""To be followed up."""

WORDS_OPEN = frozenset({MeasureState.DRAFT, MeasureState.PROPOSED})
"""Its plan may be rewritten without voiding a decision."""

PLAN_TONES: dict[PlanState, Tone] = {
    PlanState.DRAFT: "plain",
    PlanState.PROPOSED: "info",
    PlanState.APPROVED: "ok",
    PlanState.CLOSED: "plain",
}
MEASURE_TONES: dict[MeasureState, Tone] = {
    MeasureState.DRAFT: "plain",
    MeasureState.PROPOSED: "info",
    MeasureState.APPROVED: "info",
    MeasureState.RUNNING: "info",
    MeasureState.REPORTED: "warn",
    MeasureState.CLOSED: "ok",
    MeasureState.DROPPED: "plain",
}
PART_TONES: dict[PartState, Tone] = {
    PartState.DRAFT: "plain",
    PartState.SUBMITTED: "info",
    PartState.RETURNED: "warn",
    PartState.ACCEPTED: "ok",
}
