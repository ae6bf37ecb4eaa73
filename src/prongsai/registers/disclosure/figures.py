"""The figures of disclosure: what each item earns, and how many items are complete."""

from collections.abc import Callable
from contextvars import Context
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import OuterRef, Subquery
from django.utils.text import format_lazy
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.evidence.figures import Figure, Outcome
from prongsai.foundations.frameworks import queries as frameworks
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.reading import once
from prongsai.foundations.publications.models import Withdrawal
from prongsai.ita.thai.fiscal import fiscal_year_of
from prongsai.ita.thai.periods import Span
from prongsai.registers.disclosure.models import Check, Item

FULL = Decimal(100)
_UNSEEN = Outcome(value=Decimal(0), of=Decimal(0))
"""Nothing was looked at: no such item in that year, or public and not checked yet."""


@dataclass(frozen=True, kw_only=True)
class _Standing:
    """An item as it stood at the end of a day; no check, nothing was looked at."""

    item: Item
    check: Check | None
    is_public: bool

    @property
    def is_complete(self) -> bool:
        return self.check is not None and self.check.is_complete

    @property
    def row(self) -> tuple[object, ...]:
        version = None if self.check is None else self.check.of_version
        return (
            self.item.code,
            None if version is None else version.number,
            None if self.check is None else self.check.checked_at,
            self.is_complete,
        )


def items_complete(period: Span) -> Outcome:
    """Count the items whose public version is complete, of all items of the year."""
    found = _standing(period).values()
    return Outcome(
        value=Decimal(sum(one.is_complete for one in found)),
        of=Decimal(len(found)),
        rows=[one.row for one in found],
    )


def _points_of(code: str) -> Callable[[Span], Outcome]:
    """Return what computes the points of one item: all, or none."""

    def points(period: Span) -> Outcome:
        one = _standing(period).get(code)
        if one is None or (one.check is None and one.is_public):
            return _UNSEEN
        earned = FULL if one.is_complete else Decimal(0)
        return Outcome(value=earned, of=FULL, rows=[one.row])

    return points


def _standing(period: Span) -> dict[str, _Standing]:
    """Return the items of the year in which a period ends, read once for a page."""
    year, on = fiscal_year_of(period.end), period.end
    return once(f"disclosure.figures.{year}.{on}", lambda: _read(year, on))


def _read(year: int, on: date) -> dict[str, _Standing]:
    items = Item.objects.filter(
        organisation=tenancy.required(), year__fiscal_year=year
    ).select_related("published")
    checks = _checks(year, on)
    return {
        item.code: _Standing(
            item=item,
            check=checks.get(item.pk),
            is_public=item.published is not None
            and localdate(item.published.published_at) <= on,
        )
        for item in items.defer("published__content").order_by("number")
    }


def _checks(year: int, on: date) -> dict[int, Check]:
    """Return the last check of what was public on a day; none of what was taken back."""
    asked = Check.objects.filter(
        item=OuterRef("pk"), of_version__isnull=False, checked_at__date__lte=on
    )
    last = (
        Item.objects.filter(organisation=tenancy.required(), year__fiscal_year=year)
        .annotate(last=Subquery(asked.order_by("-checked_at", "-pk").values("pk")[:1]))
        .order_by()
        .values_list("last", flat=True)
    )
    newest = {
        check.item_id: check
        for check in Check.objects.filter(pk__in=[key for key in last if key])
        .select_related("of_version")
        .defer("of_version__content", "findings", "elements")
    }
    versions = {
        check.of_version.publication_id: check.of_version.number
        for check in newest.values()
        if check.of_version is not None
    }
    gone = {
        one.publication_id
        for one in Withdrawal.objects.filter(
            publication__in=versions, withdrawn_at__date__lte=on
        )
        if one.number >= versions[one.publication_id]
    }
    return {
        key: check
        for key, check in newest.items()
        if check.of_version is not None and check.of_version.publication_id not in gone
    }


def _codes() -> list[str]:
    """Return every code any shipped framework gives an item, in the order of numbers."""
    found = {
        (item.number, item.code)
        for year in frameworks.available()
        for item in frameworks.load(year).items or ()
    }
    return [code for _number, code in sorted(found)]


def _figure(code: str) -> Figure:
    return Figure(
        key=f"disclosure.{code}",
        label=format_lazy(_("Points of item {code}"), code=code.upper()),
        unit=_("points"),
        formula=_(
            "All points when the last self-check of the public version found every "
            "element, none otherwise."
        ),
        run=_points_of(code),
    )


FIGURES = [
    Figure(
        key="disclosure.items_complete",
        label=_("Items disclosed completely"),
        unit=_("items"),
        formula=_(
            "Of the items of the fiscal year in which the period ends: those whose "
            "public version has every element, by its last self-check."
        ),
        run=items_complete,
    ),
    # A context of its own: what an office installed counts for that office alone.
    *(_figure(code) for code in Context().run(_codes)),
]
