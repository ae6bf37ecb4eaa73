"""How far plans and measures are, and what the page of a measure shows of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.evidence.queries import Standing
from prongsai.foundations.organisations import tenancy
from prongsai.ita.words.catalogue import Language, speak
from prongsai.registers.measures import permissions
from prongsai.registers.measures.models import (
    FollowUp,
    Kind,
    Line,
    Measure,
    Part,
    Plan,
    Setback,
    Step,
)
from prongsai.registers.measures.queries import evidence, rounds
from prongsai.registers.measures.queries.drafting import plain
from prongsai.registers.measures.states import LIVE, MeasureState
from prongsai.ui import charts
from prongsai.ui.charts import Chart
from prongsai.ui.writing import short_date

TO_DO = (MeasureState.APPROVED, MeasureState.RUNNING)
"""In these states its steps are done; later they are what they were."""

COUNTED = (*LIVE, MeasureState.CLOSED)
"""What was announced and not given up."""


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far the measures of a plan are: of those announced, and of their steps."""

    measures: int = 0
    reported: int = 0
    closed: int = 0
    dropped: int = 0
    steps: int = 0
    done: int = 0
    late: int = 0

    @property
    def percent(self) -> int:
        """Return how many of a hundred steps are done."""
        return round(100 * self.done / self.steps) if self.steps else 0


@dataclass(frozen=True, kw_only=True)
class Written:
    """A line of the result with the evidence that stands for it by name."""

    line: Line
    proofs: int = 0

    @property
    def has_number(self) -> bool:
        """Whether it states a number."""
        return self.line.value is not None

    @property
    def number(self) -> str:
        """Return its number without the zeros its column adds."""
        return "" if self.line.value is None else plain(self.line.value)


@dataclass(frozen=True, kw_only=True)
class May:
    """What a person may do on the page of a measure now."""

    begin: bool = False
    write: bool = False
    say: bool = False
    report: bool = False
    close: bool = False
    send_back: bool = False
    give: bool = False

    @property
    def anything(self) -> bool:
        """Whether there is any button to draw."""
        return any(vars(self).values())


@dataclass(frozen=True, kw_only=True)
class Panel:
    """Everything the page of a measure shows of the following-up."""

    measure: Measure
    outputs: list[Written]
    outcomes: list[Written]
    follow_ups: list[FollowUp]
    parts: list[Part]
    setbacks: list[Setback]
    standing: Standing
    missing: list[evidence.NotReportable]
    steps: int
    done: int
    late: int
    finishable: frozenset[int]
    undoable: frozenset[int]
    may: May
    trend: SafeString
    chart: Chart | None = None
    latest: FollowUp | None = None
    is_shown: bool = field(default=True)

    @property
    def setback(self) -> Setback | None:
        """Return why it last went back, while it has not gone forward again."""
        last = self.setbacks[0] if self.setbacks else None
        is_over = last is None or last.new != self.measure.state
        return None if is_over else last

    @property
    def lacks(self) -> list[str]:
        """Return in words what is missing before it may be reported."""
        language: Language = "en" if get_language() == "en" else "th"
        return [speak(each, language) for each in self.missing]

    @property
    def percent(self) -> Decimal | int:
        """Return how far it is: as was said last, else by its steps."""
        if self.latest is not None:
            return self.latest.progress
        return round(100 * self.done / self.steps) if self.steps else 0


def progress_of(plans: Iterable[Plan], *, on: date) -> dict[int, Progress]:
    """Return how far each of some plans is, in two questions."""
    pks = [plan.pk for plan in plans]
    measures = (
        Measure.objects.filter(organisation=tenancy.required(), plan__in=pks)
        .order_by()
        .values("plan")
        .annotate(
            measures=Count("pk", filter=Q(state__in=COUNTED)),
            reported=_count(MeasureState.REPORTED, MeasureState.CLOSED),
            closed=_count(MeasureState.CLOSED),
            dropped=_count(MeasureState.DROPPED),
        )
    )
    steps = (
        leaves()
        .filter(measure__plan__in=pks, measure__state__in=COUNTED)
        .order_by()
        .values("measure__plan")
        .annotate(
            steps=Count("pk"),
            done=Count("pk", filter=Q(done_on__isnull=False)),
            late=Count(
                "pk",
                filter=Q(done_on=None, due_on__lt=on, measure__state__in=TO_DO),
            ),
        )
    )
    found: dict[int, dict[str, int]] = {pk: {} for pk in pks}
    for row in measures:
        found[row["plan"]] |= {
            "measures": row["measures"],
            "reported": row["reported"],
            "closed": row["closed"],
            "dropped": row["dropped"],
        }
    for step in steps:
        found[step["measure__plan"]] |= {
            "steps": step["steps"],
            "done": step["done"],
            "late": step["late"],
        }
    return {pk: Progress(**facts) for pk, facts in found.items()}


def panel(measure: Measure, *, user: User, on: date) -> Panel:
    """Return what the page of a measure shows: always the same few questions."""
    steps = list(_steps_of(measure))
    headings = {step.parent_id for step in steps}
    points = [step for step in steps if step.pk not in headings]
    said = rounds.history(measure)
    lines = lines_of(measure)
    standing = evidence.standing([measure], on=on)[measure.pk]
    missing = evidence.lacking(
        measure, standing=standing, lines=[row.line for row in lines]
    )
    may = may_do(measure, user=user, on=on)
    is_open = measure.state in TO_DO
    touchable = _touchable(measure, points, user=user, on=on)
    return Panel(
        measure=measure,
        outputs=[row for row in lines if row.line.kind == Kind.OUTPUT],
        outcomes=[row for row in lines if row.line.kind == Kind.OUTCOME],
        follow_ups=said,
        parts=list(parts_of(measure)),
        setbacks=list(measure.setbacks.select_related("sent_by")),
        standing=standing,
        missing=missing,
        steps=len(points),
        done=sum(step.done_on is not None for step in points),
        late=sum(step.is_late(on) for step in points) if is_open else 0,
        finishable=frozenset(s.pk for s in touchable if s.done_on is None),
        undoable=frozenset(s.pk for s in touchable if s.done_on is not None),
        may=may,
        chart=_chart(said),
        trend=_trend(said),
        latest=said[0] if said else None,
        is_shown=measure.state not in {MeasureState.DRAFT, MeasureState.PROPOSED},
    )


def may_do(measure: Measure, *, user: User, on: date) -> May:
    """Return which deeds are open to a person on a measure as it stands."""
    state = MeasureState(measure.state)
    follows = permissions.can_follow(user, measure, on=on)
    settles = permissions.can_settle(user, measure, on=on)
    back = {MeasureState.REPORTED, MeasureState.CLOSED}
    return May(
        begin=follows and state == MeasureState.APPROVED,
        write=follows and state in LIVE,
        say=follows and state in LIVE,
        report=follows and state == MeasureState.RUNNING,
        close=settles and state == MeasureState.REPORTED,
        send_back=state in back and permissions.can_reopen(user, on=on),
        give=follows and state in LIVE,
    )


def lines_of(measure: Measure) -> list[Written]:
    """Return the outputs and outcomes of a measure in order, points under their lines."""
    rows = list(
        Line.objects.filter(organisation=tenancy.required(), measure=measure)
        .select_related("figure", "written_by")
        .order_by("kind", "order", "pk")
    )
    proofs = evidence.proofs_by_slot(measure)
    return [
        Written(line=line, proofs=proofs.get(f"line:{line.pk}", 0))
        for line in _nested(rows)
    ]


def lines_visible_to(user: User) -> QuerySet[Line]:
    """Return the outputs and outcomes of a person's office."""
    return Line.objects.filter(organisation=user.organisation_id).select_related(
        "measure__plan", "figure"
    )


def parts_of(measure: Measure) -> QuerySet[Part]:
    """Return the parts of the divisions in a measure."""
    return Part.objects.filter(
        organisation=tenancy.required(), measure=measure
    ).select_related("division", "accountable")


def leaves() -> QuerySet[Step]:
    """Return the steps that are work: a step with points is done in its points."""
    points = Step.objects.filter(parent=OuterRef("pk"))
    return Step.objects.filter(~Exists(points), organisation=tenancy.required())


def with_steps(measures: QuerySet[Measure]) -> QuerySet[Measure]:
    """Return measures with their steps that are work as ``work``."""
    return measures.prefetch_related(Prefetch("steps", leaves(), to_attr="work"))


def _steps_of(measure: Measure) -> QuerySet[Step]:
    return Step.objects.filter(organisation=tenancy.required(), measure=measure)


def _touchable(
    measure: Measure, points: Iterable[Step], *, user: User, on: date
) -> list[Step]:
    """Return the steps a person may finish, or take back, as the measure stands."""
    if measure.state not in TO_DO:
        return []
    found = []
    for step in points:
        step.measure = measure
        if permissions.can_finish(user, step, on=on):
            found.append(step)
    return found


def _nested(rows: list[Line]) -> list[Line]:
    under: dict[int | None, list[Line]] = {}
    for row in rows:
        under.setdefault(row.parent_id, []).append(row)

    def below(parent: int | None) -> list[Line]:
        return [each for row in under.get(parent, []) for each in [row, *below(row.pk)]]

    return below(None)


def _trend(said: list[FollowUp]) -> SafeString:
    """Return a small line to stand beside the progress; nothing for a single point."""
    values = [row.progress for row in rounds.trend(said)]
    if len(values) < 2:  # noqa: PLR2004  # a line has two ends
        return SafeString("")
    return charts.sparkline(_("Progress as it was said"), values)


def _chart(said: list[FollowUp]) -> Chart | None:
    points = rounds.trend(said)
    if len(points) < 2:  # noqa: PLR2004  # a line has two ends
        return None
    return charts.lines(
        _("Progress as it was said"),
        labels=[short_date(row.ends_on) for row in points],
        series={_("progress (%)"): [row.progress for row in points]},
        unit="%",
    )


def _count(*states: MeasureState) -> Count:
    return Count("pk", filter=Q(state__in=states))
