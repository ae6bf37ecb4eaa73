"""How a memo and each step of its chain move, and which rule or habit asks for it."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from prongsai.ita.workflow import Workflow


class MemoState(TextChoices):
    """Where a memo stands."""

    DRAFT = "draft", pgettext_lazy("memo", "Draft")
    SUBMITTED = "submitted", pgettext_lazy("memo", "Submitted")
    ENDORSED = "endorsed", pgettext_lazy("memo", "Endorsed, on its way")
    DECIDED = "decided", pgettext_lazy("memo", "Decided")
    REFUSED = "refused", pgettext_lazy("memo", "Not approved")
    RETURNED = "returned", pgettext_lazy("memo", "Returned for correction")
    RECALLED = "recalled", pgettext_lazy("memo", "Recalled by the proposer")
    VOIDED = "voided", pgettext_lazy("memo", "Opinions void: the content changed")
    WITHDRAWN = "withdrawn", pgettext_lazy("memo", "Withdrawn")


class StepState(TextChoices):
    """Where one step of the chain stands."""

    WAITING = "waiting", pgettext_lazy("memo", "Waiting")
    ENDORSED = "endorsed", pgettext_lazy("memo", "Endorsed")
    DECIDED = "decided", pgettext_lazy("memo", "Decided")
    REFUSED = "refused", pgettext_lazy("memo", "Not approved")
    RETURNED = "returned", pgettext_lazy("memo", "Returned")
    PASSED_UP = "passed_up", pgettext_lazy("memo", "Passed up the chain")
    SKIPPED_VACANT = (
        "skipped_vacant",
        pgettext_lazy("memo", "Skipped: the post is vacant"),
    )
    VOIDED = "voided", pgettext_lazy("memo", "Void")
    CANCELLED = "cancelled", pgettext_lazy("memo", "Not reached")


class Task(TextChoices):
    """What a step is asked for."""

    ENDORSE = "endorse", pgettext_lazy("memo", "Opinion")
    DECIDE = "decide", pgettext_lazy("memo", "Decision")


class Decision(TextChoices):
    """What the last step may say; all but the refusal may be ticked together."""

    ACKNOWLEDGED = "acknowledged", pgettext_lazy("memo", "Acknowledged")
    AGREED = "agreed", pgettext_lazy("memo", "Agreed")
    APPROVED = "approved", pgettext_lazy("memo", "Approved")
    ASSIGNED = "assigned", pgettext_lazy("memo", "Assigned")
    REFUSED = "refused", pgettext_lazy("memo", "Not approved")


MEMO = Workflow(
    start=MemoState.DRAFT,
    moves={
        MemoState.DRAFT: {
            MemoState.SUBMITTED,  # งานสารบรรณ: numbered, dated and put to the first in line
            MemoState.WITHDRAWN,  # the proposer gives it up
        },
        MemoState.SUBMITTED: {
            MemoState.ENDORSED,  # an opinion below, more to come
            MemoState.DECIDED,  # a chain of one step
            MemoState.REFUSED,  # ม.37: with facts, law and considerations
            MemoState.RETURNED,  # from any step, with the reason
            MemoState.RECALLED,  # by the proposer, while nobody has decided
            MemoState.VOIDED,  # the content is not what was submitted
        },
        MemoState.ENDORSED: {
            MemoState.ENDORSED,  # the next opinion
            MemoState.DECIDED,
            MemoState.REFUSED,
            MemoState.RETURNED,
            MemoState.RECALLED,
            MemoState.VOIDED,
        },
        MemoState.RETURNED: {MemoState.SUBMITTED, MemoState.WITHDRAWN},
        MemoState.RECALLED: {MemoState.SUBMITTED, MemoState.WITHDRAWN},
        MemoState.VOIDED: {MemoState.SUBMITTED, MemoState.WITHDRAWN},
        MemoState.DECIDED: {MemoState.VOIDED},  # a decision binds what was decided
        # A refusal stands, with its paragraph on appeal (ม.40): ask again in a new memo.
        MemoState.REFUSED: set(),
        MemoState.WITHDRAWN: set(),  # its number stays in the register, void
    },
)

STEP = Workflow(
    start=StepState.WAITING,
    moves={
        StepState.WAITING: {
            StepState.ENDORSED,
            StepState.DECIDED,
            StepState.REFUSED,
            StepState.RETURNED,
            StepState.PASSED_UP,  # ม.13: nobody left at this step who may act
            StepState.SKIPPED_VACANT,  # vacant, nobody acts for it, the template allows
            StepState.CANCELLED,  # the memo went back before it came here
        },
        StepState.ENDORSED: {StepState.VOIDED},
        StepState.DECIDED: {StepState.VOIDED},
        StepState.PASSED_UP: {StepState.VOIDED},
        StepState.SKIPPED_VACANT: {StepState.VOIDED},
    },
)

OPEN = frozenset({MemoState.SUBMITTED, MemoState.ENDORSED})
"""On its way: somebody's turn."""

WITH_PROPOSER = frozenset(
    {MemoState.DRAFT, MemoState.RETURNED, MemoState.RECALLED, MemoState.VOIDED}
)
"""On the proposer's desk: to write, correct, submit or withdraw."""

EDITABLE = WITH_PROPOSER | OPEN | {MemoState.DECIDED}
"""An edit is possible; from the second group on it voids what others gave."""

GIVEN = frozenset(
    {
        StepState.ENDORSED,
        StepState.DECIDED,
        StepState.PASSED_UP,
        StepState.SKIPPED_VACANT,
    }
)
"""What an edit voids."""

PASSED = GIVEN
"""A step the chain has gone past in good order."""

MEMO_TONES = {
    MemoState.DRAFT: "plain",
    MemoState.SUBMITTED: "info",
    MemoState.ENDORSED: "info",
    MemoState.DECIDED: "ok",
    MemoState.REFUSED: "bad",
    MemoState.RETURNED: "warn",
    MemoState.RECALLED: "plain",
    MemoState.VOIDED: "warn",
    MemoState.WITHDRAWN: "plain",
}
STEP_TONES = {
    StepState.WAITING: "plain",
    StepState.ENDORSED: "ok",
    StepState.DECIDED: "ok",
    StepState.REFUSED: "bad",
    StepState.RETURNED: "warn",
    StepState.PASSED_UP: "info",
    StepState.SKIPPED_VACANT: "warn",
    StepState.VOIDED: "plain",
    StepState.CANCELLED: "plain",
}


class Hearing(TextChoices):
    """Whether the party was heard before a refusal (ม.30)."""

    HEARD = (
        "heard",
        pgettext_lazy("memo", "The party was told the facts and could answer"),
    )
    INTERNAL = (
        "internal",
        pgettext_lazy("memo", "Nobody outside the office is affected"),
    )
    EXEMPT = "exempt", pgettext_lazy("memo", "An exception of the law applies")


class Interest(TextChoices):
    """Why an officer may not decide (ม.13, and ม.16 for any other serious ground)."""

    PARTY = "party", pgettext_lazy("memo", "I am the party")
    ENGAGED = "engaged", pgettext_lazy("memo", "I am engaged or married to the party")
    RELATIVE = "relative", pgettext_lazy("memo", "I am a relative of the party")
    REPRESENTATIVE = (
        "representative",
        pgettext_lazy("memo", "I am or was guardian or agent of the party"),
    )
    CREDITOR = (
        "creditor",
        pgettext_lazy("memo", "I am a creditor or debtor, or employ the party"),
    )
    OTHER = (
        "other",
        pgettext_lazy("memo", "Another serious reason why I might not be impartial"),
    )


class Urgency(TextChoices):
    """How fast, as printed in red on the memo."""

    NORMAL = "normal", pgettext_lazy("memo", "Normal")
    URGENT = "urgent", pgettext_lazy("memo", "Urgent")
    VERY_URGENT = "very_urgent", pgettext_lazy("memo", "Very urgent")
    MOST_URGENT = "most_urgent", pgettext_lazy("memo", "Most urgent")


class Secrecy(TextChoices):
    """How secret, as printed in red on top and at the foot of every page."""

    NORMAL = "normal", pgettext_lazy("memo", "Not secret")
    CONFIDENTIAL = "confidential", pgettext_lazy("memo", "Confidential")
    SECRET = "secret", pgettext_lazy("memo", "Secret")
    TOP_SECRET = "top_secret", pgettext_lazy("memo", "Top secret")


class Standing(TextChoices):
    """Whether the step whose turn it is has somebody who may act."""

    OPEN = "open", pgettext_lazy("memo", "Somebody may act")
    VACANT = (
        "vacant",
        pgettext_lazy("memo", "The post is vacant and nobody acts for it"),
    )
    OWN_REQUEST = (
        "own_request",
        pgettext_lazy("memo", "Only the proposer holds the post"),
    )
    INTEREST = (
        "interest",
        pgettext_lazy("memo", "Whoever holds the post has declared an interest"),
    )
