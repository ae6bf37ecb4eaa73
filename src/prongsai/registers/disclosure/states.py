"""How an item moves from nothing to the public page, and what may go wrong there."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from prongsai.ita.workflow import Workflow
from prongsai.ui.tables import Tone


class ItemState(TextChoices):
    """Where an item stands. What is published stays public while it is changed."""

    MISSING = "missing", pgettext_lazy("item", "Missing")
    DRAFT = "draft", pgettext_lazy("item", "Being prepared")
    WAITING = "waiting", pgettext_lazy("item", "Waiting for approval")
    PUBLISHED = "published", pgettext_lazy("item", "Published")
    OUTDATED = "outdated", pgettext_lazy("item", "Outdated")
    BROKEN = "broken", pgettext_lazy("item", "Broken")


class Approval(TextChoices):
    """What must happen before an item becomes public."""

    DIRECT = (
        "direct",
        pgettext_lazy("approval", "Published by the analyst or the clerk"),
    )
    MEMO = "memo", pgettext_lazy("approval", "After a memo through the chain")


class PartKind(TextChoices):
    """What a part of an item is."""

    LIVE = "live", pgettext_lazy("part", "From a register")
    TEXT = "text", pgettext_lazy("part", "Text")
    TABLE = "table", pgettext_lazy("part", "Table from a spreadsheet")
    FILES = "files", pgettext_lazy("part", "Files")
    LINK = "link", pgettext_lazy("part", "Link")
    NOTHING = "nothing", pgettext_lazy("part", "Statement that there is none")


class VisitOutcome(TextChoices):
    """What a stranger met at an address."""

    UP = "up", pgettext_lazy("visit", "Opens")
    MOVED = "moved", pgettext_lazy("visit", "Opens after a redirect")
    CHANGED = "changed", pgettext_lazy("visit", "Opens, but is not what was published")
    SLOW = "slow", pgettext_lazy("visit", "Did not answer in time")
    SIGN_IN = "sign_in", pgettext_lazy("visit", "Asks to sign in")
    MISSING = "missing", pgettext_lazy("visit", "Not found")
    DOWN = "down", pgettext_lazy("visit", "Does not open")
    REFUSED = (
        "refused",
        pgettext_lazy("visit", "Not visited: the address is not allowed"),
    )


GOOD = frozenset({VisitOutcome.UP, VisitOutcome.MOVED})
"""Outcomes with which an address counts as reachable."""


ITEM = Workflow(
    start=ItemState.MISSING,
    moves={
        ItemState.MISSING: {ItemState.DRAFT},  # a first part
        ItemState.DRAFT: {
            ItemState.MISSING,  # the last part removed, nothing public
            ItemState.WAITING,  # proposed by a memo
            ItemState.PUBLISHED,  # directly, where its template allows it
        },
        ItemState.WAITING: {
            ItemState.PUBLISHED,  # approved
            ItemState.DRAFT,  # returned, refused, recalled or changed
        },
        ItemState.PUBLISHED: {
            ItemState.DRAFT,  # changed: the next version
            ItemState.OUTDATED,  # the self-check: wrong year or period, newer data
            ItemState.BROKEN,  # the watcher: does not open, not what was published
            ItemState.MISSING,  # taken back from the public
        },
        ItemState.OUTDATED: {
            ItemState.DRAFT,
            ItemState.BROKEN,
            ItemState.PUBLISHED,  # published anew
            ItemState.MISSING,
        },
        ItemState.BROKEN: {
            ItemState.DRAFT,
            ItemState.PUBLISHED,  # mended, or it opens again
            ItemState.OUTDATED,
            ItemState.MISSING,
        },
    },
)

ITEM_TONES: dict[ItemState, Tone] = {
    ItemState.MISSING: "bad",
    ItemState.DRAFT: "plain",
    ItemState.WAITING: "info",
    ItemState.PUBLISHED: "ok",
    ItemState.OUTDATED: "warn",
    ItemState.BROKEN: "bad",
}

VISIT_TONES: dict[VisitOutcome, Tone] = {
    VisitOutcome.UP: "ok",
    VisitOutcome.MOVED: "info",
    VisitOutcome.CHANGED: "bad",
    VisitOutcome.SLOW: "warn",
    VisitOutcome.SIGN_IN: "bad",
    VisitOutcome.MISSING: "bad",
    VisitOutcome.DOWN: "bad",
    VisitOutcome.REFUSED: "warn",
}
