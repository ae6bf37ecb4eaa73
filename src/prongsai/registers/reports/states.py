"""How a report moves from the first draft to the public page."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from prongsai.ita.workflow import Workflow
from prongsai.ui.tables import Tone


class ReportKind(TextChoices):
    """Which report of the year."""

    ANALYSIS = "analysis", pgettext_lazy("report", "Analysis of the result")
    PLAN = "plan", pgettext_lazy("report", "Announcement of measures")
    HALF = "half", pgettext_lazy("report", "Result report, 6 months")
    YEAR = "year", pgettext_lazy("report", "Result report, 12 months")


class ReportState(TextChoices):
    """Where a report stands."""

    DRAFT = "draft", pgettext_lazy("report", "Being written")
    SUBMITTED = "submitted", pgettext_lazy("report", "Waiting for the decision")
    APPROVED = "approved", pgettext_lazy("report", "Approved")
    PUBLISHED = "published", pgettext_lazy("report", "Published")


REPORT = Workflow(
    start=ReportState.DRAFT,
    moves={
        ReportState.DRAFT: {ReportState.SUBMITTED},  # no error left, or overridden
        ReportState.SUBMITTED: {
            ReportState.APPROVED,  # the head of the office decides
            ReportState.DRAFT,  # returned, refused, recalled or changed
        },
        ReportState.APPROVED: {
            ReportState.PUBLISHED,  # only after the decision
            ReportState.DRAFT,  # changed: the decision is void
        },
        ReportState.PUBLISHED: {ReportState.DRAFT},  # a correction: a new version
    },
)

REPORT_TONES: dict[ReportState, Tone] = {
    ReportState.DRAFT: "plain",
    ReportState.SUBMITTED: "info",
    ReportState.APPROVED: "ok",
    ReportState.PUBLISHED: "ok",
}
