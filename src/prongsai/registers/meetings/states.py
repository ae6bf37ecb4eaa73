"""How a meeting, a resolution and a circular move."""

from typing import Literal

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from prongsai.ita.workflow import Workflow


class MeetingState(TextChoices):
    """Where a meeting stands."""

    PLANNED = "planned", pgettext_lazy("meeting", "Planned")
    CALLED = "called", pgettext_lazy("meeting", "Called")
    HELD = "held", pgettext_lazy("meeting", "Held")
    MINUTED = "minuted", pgettext_lazy("meeting", "Minutes written")
    ADOPTED = "adopted", pgettext_lazy("meeting", "Minutes adopted")
    CANCELLED = "cancelled", pgettext_lazy("meeting", "Cancelled")


class ResolutionState(TextChoices):
    """What became of a resolution."""

    NOTED = "noted", pgettext_lazy("resolution", "Nothing to do")
    OPEN = "open", pgettext_lazy("resolution", "To be done")
    DONE = "done", pgettext_lazy("resolution", "Done")
    DROPPED = "dropped", pgettext_lazy("resolution", "Given up")


class CircularState(TextChoices):
    """Where a circular stands."""

    DRAFT = "draft", pgettext_lazy("circular", "Draft")
    SENT = "sent", pgettext_lazy("circular", "Sent round")
    CLOSED = "closed", pgettext_lazy("circular", "Closed")
    WITHDRAWN = "withdrawn", pgettext_lazy("circular", "Withdrawn")


MEETING = Workflow(
    start=MeetingState.PLANNED,
    moves={
        MeetingState.PLANNED: {
            MeetingState.CALLED,  # members are told day, place and agenda
            MeetingState.CANCELLED,
        },
        MeetingState.CALLED: {
            MeetingState.HELD,  # with those who attended
            MeetingState.PLANNED,  # put off: a new day is to be set
            MeetingState.CANCELLED,
        },
        MeetingState.HELD: {MeetingState.MINUTED},
        MeetingState.MINUTED: {
            MeetingState.ADOPTED,  # in the next meeting, or by the chair
            MeetingState.HELD,  # to be written anew, with the reason
        },
        MeetingState.ADOPTED: set(),
        MeetingState.CANCELLED: set(),
    },
)

RESOLUTION = Workflow(
    start=ResolutionState.OPEN,
    moves={
        ResolutionState.OPEN: {
            ResolutionState.DONE,
            ResolutionState.DROPPED,  # with the reason
            ResolutionState.NOTED,  # nothing was to be done after all
        },
        ResolutionState.DONE: {ResolutionState.OPEN},  # it was not
        ResolutionState.DROPPED: {ResolutionState.OPEN},
        ResolutionState.NOTED: {ResolutionState.OPEN},
    },
)

CIRCULAR = Workflow(
    start=CircularState.DRAFT,
    moves={
        CircularState.DRAFT: {CircularState.SENT, CircularState.WITHDRAWN},
        CircularState.SENT: {
            CircularState.CLOSED,  # nobody is reminded any more
            CircularState.WITHDRAWN,  # with the reason
        },
        CircularState.CLOSED: set(),
        CircularState.WITHDRAWN: set(),
    },
)

Tone = Literal["plain", "info", "ok", "warn", "bad"]

MEETING_TONES: dict[MeetingState, Tone] = {
    MeetingState.PLANNED: "plain",
    MeetingState.CALLED: "info",
    MeetingState.HELD: "warn",
    MeetingState.MINUTED: "info",
    MeetingState.ADOPTED: "ok",
    MeetingState.CANCELLED: "plain",
}
RESOLUTION_TONES: dict[ResolutionState, Tone] = {
    ResolutionState.NOTED: "plain",
    ResolutionState.OPEN: "info",
    ResolutionState.DONE: "ok",
    ResolutionState.DROPPED: "plain",
}
CIRCULAR_TONES: dict[CircularState, Tone] = {
    CircularState.DRAFT: "plain",
    CircularState.SENT: "info",
    CircularState.CLOSED: "ok",
    CircularState.WITHDRAWN: "plain",
}
