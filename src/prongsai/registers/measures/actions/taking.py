"""Where measures come from: the standard library, last year, a report that was read."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations.models import Division
from prongsai.foundations.records.versions import advance
from prongsai.ita.documents.model import report as ita
from prongsai.ita.errors import ItaError
from prongsai.registers.assessments.models import Reading
from prongsai.registers.assessments.queries.readings import report_of
from prongsai.registers.assessments.states import READING, ReadingState
from prongsai.registers.measures import permissions
from prongsai.registers.measures.actions import plans
from prongsai.registers.measures.actions.drafts import Draft, StepDraft
from prongsai.registers.measures.actions.holding import hold
from prongsai.registers.measures.models import Kind, Line, Measure, Plan, Step
from prongsai.registers.measures.queries import sources
from prongsai.registers.measures.standards import ASPECTS, Standard, standard

_LONGEST_TITLE = 500


class StandardInPlan(ItaError):
    """The plan has this standard measure already: ``standard``."""

    code = "measures.standard-in-plan"


class AlreadyCopied(ItaError):
    """Measures were copied into this plan before: ``count``."""

    code = "measures.already-copied"


class NotEarlier(ItaError):
    """Only measures of an earlier year are copied: ``year``."""

    code = "measures.not-earlier"


class ReadingTaken(ItaError):
    """The measures of this file are in a plan already."""

    code = "measures.reading-taken"


class NothingToTake(ItaError):
    """Nothing was chosen, or the file has no measures."""

    code = "measures.nothing-to-take"


@dataclass(frozen=True, kw_only=True)
class Owners:
    """Who answers for standard measures.

    Each division of ``everywhere`` gets its own line of a step that all divisions do.
    """

    division: Division | None = None
    accountable: User | None = None
    everywhere: tuple[Division, ...] = ()


@transaction.atomic
def from_standard(
    plan: Plan,
    code: str,
    *,
    division: Division | None,
    accountable: User | None,
    by: User,
    at: datetime,
) -> Measure:
    """Add a standard measure as a draft, its steps due in the year of the plan."""
    owners = Owners(division=division, accountable=accountable)
    return from_standards(plan, [code], owners=owners, by=by, at=at)[0]


@transaction.atomic
def from_standards(
    plan: Plan, codes: Sequence[str], *, owners: Owners, by: User, at: datetime
) -> list[Measure]:
    """Add several standard measures as drafts, all or none."""
    plan = hold(plan)
    if not codes:
        raise NothingToTake
    return [_add_standard(plan, code, owners, by=by, at=at) for code in codes]


@transaction.atomic
def from_year(
    plan: Plan, measures: Iterable[Measure], *, by: User, at: datetime
) -> list[Measure]:
    """Copy measures of an earlier year with their steps, never with their results.

    Days move by as many years as lie between the plans; what was printed of the period
    and the number in the report are left behind, for they were of that year.
    """
    plan, chosen = hold(plan), list(measures)
    _must_write(by, at)
    _must_be_copyable(plan, chosen)
    made = [_copy(plan, measure, by=by, at=at) for measure in chosen]
    audit.record("measures.copied", on=plan, by=by, at=at, count=len(made))
    return made


@transaction.atomic
def from_reading(
    plan: Plan,
    reading: Reading,
    *,
    chosen: Collection[int] | None = None,
    by: User,
    at: datetime,
) -> list[Measure]:
    """Take the measures of a report over, word for word, once.

    ``chosen`` are their places in the report, from 0; without it all are taken. Outputs
    and outcomes of a report of results become lines, with their numbers and points.
    """
    plan = hold(plan)
    reading = Reading.objects.select_for_update().get(pk=reading.pk)
    _must_write(by, at)
    if reading.measures_taken_at is not None:
        raise ReadingTaken
    READING.check(ReadingState(reading.state), ReadingState.TAKEN)
    read = _chosen(report_of(reading).measures, chosen)
    known = sources.Divisions()
    made = [
        _from_read(plan, one, known.certain(one.responsible), by=by, at=at)
        for one in read
    ]
    reading.measures_taken_at, reading.measures_taken_by = at, by
    reading.state = ReadingState.TAKEN
    advance(reading)
    reading.save(
        update_fields=["measures_taken_at", "measures_taken_by", "state", "version"]
    )
    audit.record(
        "measures.reading-taken", on=plan, by=by, at=at,
        reading=reading.pk, count=len(made),
    )  # fmt: skip
    return made


@transaction.atomic
def take_reading(
    reading: Reading,
    *,
    into: Plan | int,
    chosen: Collection[int] | None = None,
    by: User,
    at: datetime,
) -> list[Measure]:
    """Take a report over into a plan, or into a new one of the year that is given.

    A new plan has the title of the report and answers the result of the year before.
    """
    if isinstance(into, int):
        into = plans.begin(
            fiscal_year=into,
            result_year=into - 1,
            title=report_of(reading).title[:_LONGEST_TITLE],
            by=by,
            at=at,
        )
    return from_reading(into, reading, chosen=chosen, by=by, at=at)


def _must_write(by: User, at: datetime) -> None:
    if not permissions.can_write(by, on=localdate(at)):
        raise PermissionDenied


def _add_standard(
    plan: Plan, code: str, owners: Owners, *, by: User, at: datetime
) -> Measure:
    one = standard(code)
    if code in sources.standards_taken(plan):
        raise StandardInPlan(standard=one.title.th)
    steps = [
        StepDraft(
            text=step.words.th,
            marker=f"{number}.",
            division=owners.division,
            accountable=owners.accountable,
            due_on=step.due_on(plan.fiscal_year),
        )
        for number, step in enumerate(one.steps, 1)
    ]
    draft = _standard_draft(one, plan, owners)
    measure = plans.add(plan, draft, steps=steps, by=by, at=at)
    if owners.everywhere:
        for step in _of_every_division(measure, one):
            plans.expand(step, divisions=owners.everywhere, by=by, at=at)
    return measure


def _standard_draft(one: Standard, plan: Plan, owners: Owners) -> Draft:
    """Write a standard measure in Thai: it will be printed."""
    return Draft(
        title=one.title.th,
        analysis=one.reason.th,
        aspect=one.aspects[0],
        indicators=one.indicators,
        unit=one.unit.th,
        figure_key=one.figure_key,
        output_expected=one.output.th,
        outcome_expected=one.outcome.th,
        starts_on=one.starts_on(plan.fiscal_year),
        ends_on=one.ends_on(plan.fiscal_year),
        division=owners.division,
        accountable=owners.accountable,
        standard=one.code,
    )


def _of_every_division(measure: Measure, one: Standard) -> list[Step]:
    """Return the rows of the steps that each division does."""
    wanted = [step.is_for_every_division for step in one.steps]
    rows = list(measure.steps.order_by("order", "pk"))
    return [row for row, each in zip(rows, wanted, strict=True) if each]


def _must_be_copyable(plan: Plan, chosen: Sequence[Measure]) -> None:
    if not chosen:
        raise NothingToTake
    if any(one.plan.fiscal_year >= plan.fiscal_year for one in chosen):
        raise NotEarlier(year=plan.fiscal_year)
    copied = sources.copies_in(plan)
    twice = len(chosen) - len({one.pk for one in chosen})
    if count := twice + sum(one.pk in copied for one in chosen):
        raise AlreadyCopied(count=count)


def _copy(plan: Plan, old: Measure, *, by: User, at: datetime) -> Measure:
    years = plan.fiscal_year - old.plan.fiscal_year
    draft = Draft(
        title=old.title,
        analysis=old.analysis,
        aspect=old.aspect,
        aspect_number=old.aspect_number,
        aspect_title=old.aspect_title,
        indicators=tuple(old.indicators),
        indicator_text=old.indicator_text,
        baseline=old.baseline,
        target=old.target,
        unit=old.unit,
        figure_key=old.figure_key,
        output_expected=old.output_expected,
        outcome_expected=old.outcome_expected,
        budget=old.budget,
        starts_on=sources.moved(old.starts_on, years),
        ends_on=sources.moved(old.ends_on, years),
        division=old.division,
        responsible_texts=tuple(old.responsible_texts),
        accountable=_still_here(old.accountable),
        standard="",
    )
    steps = _copied_steps(list(old.steps.order_by("order", "pk")), None, years)
    return plans.add(plan, draft, steps=steps, copied_from=old, by=by, at=at)


def _copied_steps(
    rows: Sequence[Step], parent: int | None, years: int
) -> tuple[StepDraft, ...]:
    return tuple(
        StepDraft(
            text=row.text,
            marker=row.marker,
            division=row.division,
            accountable=_still_here(row.accountable),
            due_on=sources.moved(row.due_on, years),
            points=_copied_steps(rows, row.pk, years),
        )
        for row in rows
        if row.parent_id == parent
    )


def _still_here(person: User | None) -> User | None:
    return person if person is not None and person.is_active else None


def _chosen(
    read: Sequence[ita.Measure], chosen: Collection[int] | None
) -> list[ita.Measure]:
    found = [one for n, one in enumerate(read) if chosen is None or n in chosen]
    if not found:
        raise NothingToTake
    return found


def _from_read(
    plan: Plan, read: ita.Measure, division: Division | None, *, by: User, at: datetime
) -> Measure:
    draft = _read_draft(read, division)
    steps = tuple(_read_step(item, division) for item in read.steps)
    measure = plans.add(plan, draft, steps=steps, by=by, at=at)
    for kind, items in ((Kind.OUTPUT, read.outputs), (Kind.OUTCOME, read.outcomes)):
        _write_lines(measure, kind, items, by=by, at=at)
    return measure


def _read_draft(read: ita.Measure, division: Division | None) -> Draft:
    aspect, period = read.aspect, read.period
    indicator = read.indicator or ""
    return Draft(
        title=read.title,
        analysis=read.analysis or "",
        aspect=_aspect(aspect),
        aspect_number=aspect.number if aspect else "",
        aspect_title=aspect.title if aspect else "",
        indicators=(int(indicator),) if indicator.isdecimal() else (),
        indicator_text=indicator,
        starts_on=period.start if period else None,
        ends_on=period.end if period else None,
        period_text=period.text if period else "",
        division=division,
        responsible_texts=read.responsible,
        reference=read.ref,
    )


def _aspect(printed: ita.Aspect | None) -> int | None:
    """Return which of the seven a printed number is; None when it is another."""
    number = printed.number if printed else ""
    return int(number) if number.isdecimal() and int(number) in ASPECTS else None


def _read_step(item: ita.Item, division: Division | None) -> StepDraft:
    return StepDraft(
        text=item.text,
        marker=item.marker,
        division=division,
        points=tuple(_read_step(point, division) for point in item.items),
    )


def _write_lines(
    measure: Measure,
    kind: str,
    items: Sequence[ita.Item],
    *,
    parent: Line | None = None,
    by: User,
    at: datetime,
) -> None:
    for order, item in enumerate(items, 1):
        line = Line.objects.create(
            organisation_id=measure.organisation_id,
            measure=measure,
            kind=kind,
            parent=parent,
            order=order,
            marker=item.marker,
            text=item.text,
            written_at=at,
            written_by=by,
        )
        _write_lines(measure, kind, item.items, parent=line, by=by, at=at)
