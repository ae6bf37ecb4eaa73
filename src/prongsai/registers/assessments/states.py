"""How a year's result and a reading of an old report move."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from prongsai.ita.workflow import Workflow
from prongsai.ui.tables import Tone


class AssessmentState(TextChoices):
    """Whether a year's result counts."""

    DRAFT = "draft", pgettext_lazy("assessment", "Being entered")
    CONFIRMED = "confirmed", pgettext_lazy("assessment", "Confirmed")


class ReadingState(TextChoices):
    """What became of a file that was read."""

    WAITING = "waiting", pgettext_lazy("reading", "Being read")
    FAILED = "failed", pgettext_lazy("reading", "Cannot be read")
    READ = "read", pgettext_lazy("reading", "Read, to be checked")
    TAKEN = "taken", pgettext_lazy("reading", "Taken over")
    DISCARDED = "discarded", pgettext_lazy("reading", "Discarded")


class Origin(TextChoices):
    """Where the values of a year came from."""

    FORM = "form", pgettext_lazy("assessment", "Typed in")
    SHEET = "sheet", pgettext_lazy("assessment", "Read from a spreadsheet")
    REPORT = "report", pgettext_lazy("assessment", "Read from a report")


ASSESSMENT = Workflow(
    start=AssessmentState.DRAFT,
    moves={
        AssessmentState.DRAFT: {
            AssessmentState.CONFIRMED
        },  # a person looked at each value
        AssessmentState.CONFIRMED: {
            AssessmentState.DRAFT
        },  # a mistake, with its reason
    },
)

READING = Workflow(
    start=ReadingState.WAITING,
    moves={
        # A large file is read in the background, a small one at once.
        ReadingState.WAITING: {
            ReadingState.READ,
            ReadingState.FAILED,
            ReadingState.DISCARDED,
        },
        ReadingState.FAILED: {ReadingState.DISCARDED},
        # Scores and measures are taken over one after the other.
        ReadingState.READ: {ReadingState.TAKEN, ReadingState.DISCARDED},
        ReadingState.TAKEN: {ReadingState.TAKEN},
        ReadingState.DISCARDED: set(),
    },
)

ASSESSMENT_TONES: dict[AssessmentState, Tone] = {
    AssessmentState.DRAFT: "warn",
    AssessmentState.CONFIRMED: "ok",
}
READING_TONES: dict[ReadingState, Tone] = {
    ReadingState.WAITING: "info",
    ReadingState.FAILED: "bad",
    ReadingState.READ: "warn",
    ReadingState.TAKEN: "ok",
    ReadingState.DISCARDED: "plain",
}
