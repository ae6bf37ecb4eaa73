"""The menu of the back office; each register adds its entries, everybody sees their own."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.administration.permissions import can_administer
from prongsai.foundations.approvals.permissions import can_keep_chains
from prongsai.foundations.audit.permissions import can_read_history
from prongsai.foundations.numbering.permissions import can_see_register
from prongsai.foundations.tasks.permissions import can_look_after
from prongsai.registers.lending.permissions.assets import can_open_assets


def everyone(user: User) -> bool:
    """Whoever has signed in."""
    return user.is_active


@dataclass(frozen=True)
class MenuEntry:
    """One line of the menu; ``allowed`` says who sees it."""

    label: str | Promise
    url_name: str
    group: str | Promise = ""
    allowed: Callable[[User], bool] = everyone
    icon: str = "dot"

    @property
    def href(self) -> str:
        """Return where it leads; nothing while its register is not installed."""
        try:
            return reverse(self.url_name)
        except NoReverseMatch:
            return ""


@dataclass(frozen=True, kw_only=True)
class MenuGroup:
    """Entries under one heading."""

    label: str
    entries: list[MenuEntry]


def today(may: Callable[..., bool]) -> Callable[[User], bool]:
    """Return a permission that asks about a day, asked about today."""

    def allowed(user: User) -> bool:
        return may(user, on=timezone.localdate())

    return allowed


CYCLE = _("The improvement cycle")
FACE = _("What the public sees")
ASSETS = _("Assets and lending")
SHARED, OFFICE = _("Across the office"), _("This office")

ENTRIES: list[MenuEntry] = [
    MenuEntry(_("My work"), "staff_home", "", everyone, "work"),
    MenuEntry(_("Results"), "assessments:results", CYCLE, everyone, "chart"),
    MenuEntry(_("Measures"), "measures:plans", CYCLE, everyone, "check"),
    MenuEntry(_("My steps"), "measures:mine", CYCLE, everyone, "work"),
    MenuEntry(_("Reports"), "reports:reports", CYCLE, everyone, "edit"),
    MenuEntry(_("Disclosure"), "disclosure:years", CYCLE, everyone, "globe"),
    MenuEntry(_("Meetings"), "meetings:meetings", CYCLE, everyone, "people"),
    MenuEntry(_("Circulars"), "meetings:circulars", CYCLE, everyone, "send"),
    MenuEntry(_("Directory"), "directory:directory", FACE, everyone, "people"),
    MenuEntry(_("News"), "news:articles", FACE, everyone, "send"),
    MenuEntry(_("Posters and leaflets"), "news:posters", FACE, everyone, "edit"),
    MenuEntry(_("Loans"), "lending:loans", ASSETS, everyone, "hand"),
    MenuEntry(
        _("Asset register"), "lending:assets", ASSETS, today(can_open_assets), "box"
    ),
    MenuEntry(
        _("Annual checks"),
        "lending:stock_checks",
        ASSETS,
        today(can_open_assets),
        "check",
    ),
    MenuEntry(_("Memos"), "approvals:memos", SHARED, everyone, "edit"),
    MenuEntry(_("All evidence"), "gathered:index", SHARED, everyone, "box"),
    MenuEntry(_("Figures"), "evidence:index", SHARED, everyone, "chart"),
    MenuEntry(_("What is published"), "publications:index", SHARED, everyone, "globe"),
    MenuEntry(
        _("Register of numbers"),
        "numbering:register",
        SHARED,
        today(can_see_register),
        "list",
    ),
    MenuEntry(_("History"), "audit:history", OFFICE, today(can_read_history), "shield"),
    MenuEntry(_("Office"), "office:office", OFFICE, today(can_administer), "office"),
    MenuEntry(
        _("ITA frameworks"), "frameworks:years", OFFICE, today(can_administer), "star"
    ),
    MenuEntry(_("People"), "people:list", OFFICE, today(can_administer), "people"),
    MenuEntry(
        _("Chains of approval"),
        "approvals:templates",
        OFFICE,
        today(can_keep_chains),
        "send",
    ),
    MenuEntry(
        _("Work in the background"),
        "tasks:index",
        OFFICE,
        today(can_look_after),
        "clock",
    ),
    MenuEntry(_("Components"), "gallery", OFFICE, today(can_administer), "star"),
]
"""In the order of the menu; entries of one group stand together."""


def menu_of(user: User) -> list[MenuGroup]:
    """Return the groups and entries a person may open, in order of first appearance."""
    mine = [entry for entry in ENTRIES if entry.href and entry.allowed(user)]
    order = list(dict.fromkeys(str(entry.group) for entry in mine))
    mine.sort(key=lambda entry: order.index(str(entry.group)))
    return [
        MenuGroup(label=label, entries=list(entries))
        for label, entries in groupby(mine, key=lambda entry: str(entry.group))
    ]
