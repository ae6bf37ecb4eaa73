"""Every way to read annual checks, what was counted, and what differs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet, Sum

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations import tenancy
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import clean
from prongsai.registers.lending.models.checks import CheckItem, StockCheck, Surplus
from prongsai.registers.lending.permissions import checks as permissions
from prongsai.registers.lending.queries.availability import in_store
from prongsai.registers.lending.queries.check_dates import check_dates
from prongsai.registers.lending.states.checks import CheckState

DIFFERS = (
    Q(found__lt=F("expected"))
    | Q(found__gt=F("expected"))
    | (Q(found__gt=0) & ~Q(condition=F("expected_condition")))
    | (Q(found__gt=0) & ~Q(place=F("expected_place")))
)
"""A counted line that is not as the register says: number, condition or place."""


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How many lines and how many things."""

    lines: int
    things: int


@dataclass(frozen=True, kw_only=True)
class Summary:
    """A check in figures: what was to be found, what was, and in which condition."""

    expected: Tally
    counted: int
    found: Tally
    lacking: Tally
    over: Tally
    moved: int
    by_condition: dict[str, Tally]
    surplus: Tally

    @property
    def left(self) -> int:
        """How many lines nobody has counted yet."""
        return self.expected.lines - self.counted


def visible_to(user: User, *, on: date) -> QuerySet[StockCheck]:
    """Return the checks a person may see: all, or those whose committee they sit in."""
    seen = StockCheck.objects.filter(organisation=user.organisation_id)
    seen = seen.prefetch_related("members__user")
    if permissions.can_read_checks(user, on=on):
        return seen
    return seen.filter(members__user=user)


def of_year(fiscal_year: int) -> StockCheck | None:
    """Return the check of a fiscal year that was not cancelled, if there is one."""
    found = StockCheck.objects.filter(
        organisation=tenancy.required(), fiscal_year=fiscal_year
    )
    return found.exclude(state=CheckState.CANCELLED).first()


def items(stock_check: StockCheck) -> QuerySet[CheckItem]:
    """Return the lines of a check by their code."""
    return CheckItem.objects.filter(stock_check=stock_check).select_related(
        "asset", "division", "counted_by"
    )


def item_with_code(stock_check: StockCheck, code: str) -> CheckItem | None:
    """Return the line of the asset with this code; Thai digits are fine."""
    wanted = {clean(code), to_arabic(clean(code))}
    return items(stock_check).filter(code__in=wanted).first()


def line_to_count(user: User, code: str) -> CheckItem | None:
    """Return the line of a running check that this member is to count, by its code."""
    rows = CheckItem.objects.filter(
        organisation=user.organisation_id,
        stock_check__state=CheckState.COUNTING,
        stock_check__members__user=user,
        code=code,
    )
    return rows.first()


def lent_out(item: CheckItem) -> int:
    """Return how many of a line are in the hands of borrowers: not here, but not lost."""
    return item.asset.present - in_store([item.asset])[item.asset_id]


def differences(stock_check: StockCheck) -> QuerySet[CheckItem]:
    """Return the counted lines that are not as the register says."""
    return items(stock_check).filter(DIFFERS)


def to_carry_over(stock_check: StockCheck) -> QuerySet[CheckItem]:
    """Return the lines that change the register: what differs, and what was missing."""
    return items(stock_check).filter(DIFFERS | Q(asset__missing__gt=0))


def surplus(stock_check: StockCheck) -> QuerySet[Surplus]:
    """Return what was found beyond the list."""
    return Surplus.objects.filter(stock_check=stock_check).select_related("found_by")


def summary(stock_check: StockCheck) -> Summary:
    """Return the figures of a check as they stand now, in three queries."""
    rows = CheckItem.objects.filter(stock_check=stock_check)
    short, over = Q(found__lt=F("expected")), Q(found__gt=F("expected"))
    total = rows.aggregate(
        lines=Count("pk"),
        things=Sum("expected", default=0),
        counted=Count("pk", filter=Q(found__isnull=False)),
        found_lines=Count("pk", filter=Q(found__gt=0)),
        found_things=Sum("found", default=0),
        short_lines=Count("pk", filter=short),
        short_things=Sum(F("expected") - F("found"), filter=short, default=0),
        over_lines=Count("pk", filter=over),
        over_things=Sum(F("found") - F("expected"), filter=over, default=0),
        moved=Count("pk", filter=Q(found__gt=0) & ~Q(place=F("expected_place"))),
    )
    conditions = (
        rows.filter(found__gt=0)
        .order_by("condition")
        .values_list("condition")
        .annotate(lines=Count("pk"), things=Sum("found"))
    )
    beyond = surplus(stock_check).aggregate(
        lines=Count("pk"), things=Sum("quantity", default=0)
    )
    return Summary(
        expected=Tally(lines=total["lines"], things=total["things"]),
        counted=total["counted"],
        found=Tally(lines=total["found_lines"], things=total["found_things"]),
        lacking=Tally(lines=total["short_lines"], things=total["short_things"]),
        over=Tally(lines=total["over_lines"], things=total["over_things"]),
        moved=total["moved"],
        by_condition={
            name: Tally(lines=lines, things=things)
            for name, lines, things in conditions
        },
        surplus=Tally(lines=beyond["lines"], things=beyond["things"]),
    )


def content_of(stock_check: StockCheck) -> dict[str, object]:
    """Return what the head of the office approves: the order, the figures, the differences."""
    figures = summary(stock_check)
    return {
        "fiscal_year": stock_check.fiscal_year,
        "order": stock_check.order_number,
        "members": sorted(member.user_id for member in stock_check.members.all()),
        "lines": figures.expected.lines,
        "found": figures.found.things,
        "by_condition": {
            name: [tally.lines, tally.things]
            for name, tally in sorted(figures.by_condition.items())
        },
        "differences": [_difference(item) for item in differences(stock_check)],
        "surplus": [
            [row.description, row.quantity, row.condition, row.place]
            for row in surplus(stock_check)
        ],
    }


def remarks(stock_check: StockCheck, *, on: date) -> list[str]:
    """Return codes of what is not as ข้อ 213 wants it; nothing here stops the work."""
    return list(_remarks(stock_check, on))


def _remarks(stock_check: StockCheck, on: date) -> Iterator[str]:
    wanted = check_dates(stock_check.fiscal_year)
    if not wanted.appoint_from <= stock_check.order_date <= wanted.appoint_until:
        yield "appointed-outside-last-month"
    if on > stock_check.starts_on and stock_check.state == CheckState.APPOINTED:
        yield "not-begun"
    if stock_check.is_late(on):
        yield "report-late"


def _difference(item: CheckItem) -> list[object]:
    return [item.code, item.expected, item.found, item.condition, item.place]
