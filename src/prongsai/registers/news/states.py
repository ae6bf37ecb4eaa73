"""How an article moves from the first draft to the public page, and a posting elsewhere."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from prongsai.ita.workflow import Workflow
from prongsai.ui.tables import Tone


class Category(TextChoices):
    """What kind of article it is."""

    NEWS = "news", pgettext_lazy("article", "News")
    ACTIVITY = "activity", pgettext_lazy("article", "Activity")
    ANNOUNCEMENT = "announcement", pgettext_lazy("article", "Announcement")
    PROCUREMENT = "procurement", pgettext_lazy("article", "Procurement notice")
    JOB = "job", pgettext_lazy("article", "Job")
    WARNING = "warning", pgettext_lazy("article", "Warning or disaster")


class ArticleState(TextChoices):
    """Where an article stands. What is published stays public while it is corrected."""

    DRAFT = "draft", pgettext_lazy("article", "Draft")
    SCHEDULED = "scheduled", pgettext_lazy("article", "Will be published by itself")
    PUBLISHED = "published", pgettext_lazy("article", "Published")
    WITHDRAWN = "withdrawn", pgettext_lazy("article", "Withdrawn")


class OutletKind(TextChoices):
    """Where else the office speaks."""

    LINE = "line", pgettext_lazy("outlet", "LINE official account")
    FACEBOOK = "facebook", pgettext_lazy("outlet", "Facebook page")


class PostingState(TextChoices):
    """Where a posting stands."""

    WAITING = "waiting", pgettext_lazy("posting", "Waiting to be sent")
    SENDING = "sending", pgettext_lazy("posting", "On its way")
    SENT = "sent", pgettext_lazy("posting", "Posted")
    FAILED = "failed", pgettext_lazy("posting", "Not posted")
    UNCERTAIN = "uncertain", pgettext_lazy("posting", "Unknown: look at the page")


ARTICLE = Workflow(
    start=ArticleState.DRAFT,
    moves={
        ArticleState.DRAFT: {
            ArticleState.SCHEDULED,  # on a day to come
            ArticleState.PUBLISHED,
        },
        ArticleState.SCHEDULED: {
            ArticleState.PUBLISHED,  # its day has come
            ArticleState.DRAFT,  # taken back, or changed
        },
        ArticleState.PUBLISHED: {
            ArticleState.PUBLISHED,  # a correction: a new version
            ArticleState.WITHDRAWN,  # with a public reason
        },
        ArticleState.WITHDRAWN: {ArticleState.PUBLISHED},  # put right: a new version
    },
)

POSTING = Workflow(
    start=PostingState.WAITING,
    moves={
        PostingState.WAITING: {PostingState.SENDING, PostingState.FAILED},
        PostingState.SENDING: {
            PostingState.SENT,
            PostingState.WAITING,  # to be tried again
            PostingState.FAILED,
            PostingState.UNCERTAIN,  # no answer came, and asking twice could post twice
        },
        PostingState.SENT: set(),
        PostingState.FAILED: {PostingState.WAITING},  # a person tries again
        PostingState.UNCERTAIN: {PostingState.SENT, PostingState.WAITING},  # looked at
    },
)

ARTICLE_TONES: dict[ArticleState, Tone] = {
    ArticleState.DRAFT: "plain",
    ArticleState.SCHEDULED: "info",
    ArticleState.PUBLISHED: "ok",
    ArticleState.WITHDRAWN: "bad",
}

POSTING_TONES: dict[PostingState, Tone] = {
    PostingState.WAITING: "info",
    PostingState.SENDING: "info",
    PostingState.SENT: "ok",
    PostingState.FAILED: "bad",
    PostingState.UNCERTAIN: "warn",
}
