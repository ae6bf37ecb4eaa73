"""What the overview of a round shows: who said what, the silent ones first."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.models import User
from prongsai.ita.thai import fiscal
from prongsai.registers.measures import permissions
from prongsai.registers.measures.forms.following import name_of
from prongsai.registers.measures.models import FollowUp, Measure, Plan, Round
from prongsai.registers.measures.queries import rounds
from prongsai.registers.measures.queries.drafting import plain
from prongsai.registers.measures.queries.rounds import Period
from prongsai.ui.tables import Cell, Column, Row, Table, Tone
from prongsai.ui.tabs import Tab
from prongsai.ui.writing import short_moment


@dataclass(frozen=True, kw_only=True)
class RoundPage:
    """One round of one plan, as the page shows it."""

    plan: Plan | None
    period: Period | None
    title: str
    kinds: list[Tab]
    before: str
    after: str
    said: int
    of: int
    table: Table


def page_of(request: StaffRequest, *, on: date) -> RoundPage:
    """Return the round an address asks for; the one that runs when it asks for none."""
    plan = _chosen_plan(request, on)
    kind = _chosen_kind(request)
    if plan is None:
        table = Table(_("Measures"), columns=[], rows=[])
        return RoundPage(
            plan=None, period=None, title="", kinds=[], before="", after="",
            said=0, of=0, table=table,
        )  # fmt: skip
    periods = rounds.periods(plan.fiscal_year, [kind])
    period = _chosen_period(request, periods) or rounds.running(
        plan.fiscal_year, kind, on=on
    )
    measures = list(rounds.followed(plan))
    said = rounds.said(measures, period)
    place = periods.index(period)
    return RoundPage(
        plan=plan,
        period=period,
        title=name_of(period),
        kinds=[_tab(plan, each, kind) for each in Round],
        before=_address(plan, periods[place - 1]) if place else "",
        after=_address(plan, periods[place + 1]) if place + 1 < len(periods) else "",
        said=len(said),
        of=len(measures),
        table=_table(measures, said, period, user=request.user, on=on),
    )


def _table(
    measures: list[Measure],
    said: dict[int, FollowUp],
    period: Period,
    *,
    user: User,
    on: date,
) -> Table:
    silent_first = sorted(measures, key=lambda measure: measure.pk in said)
    rows = [
        Row(
            cells=[
                measure.title,
                str(measure.division or ""),
                str(measure.accountable or ""),
                *_words(measure, said.get(measure.pk), period, user=user, on=on),
            ],
            href=measure.get_absolute_url(),
        )
        for measure in silent_first
    ]
    empty = _("No measure of this plan is to be followed up.")
    return Table(name_of(period), columns=_columns(), rows=rows, empty=empty)


def _columns() -> list[Column]:
    return [
        Column("measure", _("Measure")),
        Column("division", _("Division")),
        Column("person", _("Accountable person")),
        Column("progress", _("Progress (%)"), numeric=True),
        Column("obstacle", _("What stands in the way")),
        Column("when", _("Said")),
    ]


def _words(
    measure: Measure, said: FollowUp | None, period: Period, *, user: User, on: date
) -> list[str | Cell]:
    if said is not None:
        return [plain(said.progress), said.obstacle, short_moment(said.said_at)]
    may = period.starts_on <= on and permissions.can_follow(user, measure, on=on)
    href = reverse("measures:say", args=[measure.pk]) + f"?round={period.key}"
    tone: Tone = "bad" if period.ends_on < on else "warn"
    silent = Cell(_("nothing said"), tone=tone)
    return [silent, "–", Cell(_("Say how far it is"), href=href) if may else "–"]


def _tab(plan: Plan, kind: Round, current: Round) -> Tab:
    href = f"{reverse('measures:rounds')}?plan={plan.pk}&kind={kind.value}"
    return Tab(label=kind.label, href=href, current=kind == current)


def _address(plan: Plan, period: Period) -> str:
    way = f"plan={plan.pk}&kind={period.round.value}&ends={period.ends_on.isoformat()}"
    return f"{reverse('measures:rounds')}?{way}"


def _chosen_plan(request: StaffRequest, on: date) -> Plan | None:
    """Return the plan asked for; else this year's; else the newest."""
    found = list(rounds.plans_to_follow(request.user))
    asked = request.GET.get("plan", "")
    year = fiscal.fiscal_year_of(on)
    ways = (lambda p: str(p.pk) == asked, lambda p: p.fiscal_year == year)
    for way in ways:
        for plan in found:
            if way(plan):
                return plan
    return found[0] if found else None


def _chosen_kind(request: HttpRequest) -> Round:
    asked = request.GET.get("kind", "")
    return Round(asked) if asked in Round.values else Round.MONTH


def _chosen_period(request: HttpRequest, periods: list[Period]) -> Period | None:
    asked = request.GET.get("ends", "")
    return next((p for p in periods if p.ends_on.isoformat() == asked), None)
