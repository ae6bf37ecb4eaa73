"""The steps of a measure: add, edit, move, remove, and one line for each division."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts import queries as accounts
from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Division
from prongsai.foundations.records.versions import advance, check_version
from prongsai.ita.errors import ItaError
from prongsai.registers.measures.actions.drafts import StepDraft
from prongsai.registers.measures.actions.holding import hold_to_write, words_changed
from prongsai.registers.measures.actions.ordering import exchange
from prongsai.registers.measures.models import Measure, Step

OWNERS = ("division", "accountable")
FIELDS = ("text", "marker", "division", "accountable", "due_on", "origin")


class StepDone(ItaError):
    """A step that was done stays as it was; undo it first."""

    code = "measures.step-done"


class NoDivisions(ItaError):
    """A step for every division needs to know for which."""

    code = "measures.no-divisions"


@transaction.atomic
def add_step(
    measure: Measure,
    step: StepDraft,
    *,
    parent: Step | None = None,
    by: User,
    at: datetime,
) -> Step:
    """Add a step at the end, or a point under a step.

    A step with an ``origin`` (the number of a resolution) stands on that decision: it
    does not void the memo of the plan.
    """
    measure = hold_to_write(measure, by=by, on=localdate(at))
    row = _write_one(measure, step, parent=parent, order=_next(measure, parent))
    audit.record("measures.step-added", on=measure, by=by, at=at, step=row.pk)
    words_changed(measure, by=by, at=at)
    return row


@transaction.atomic
def edit_step(
    step: Step, draft: StepDraft, *, version: int, by: User, at: datetime
) -> Step:
    """Change a step; points under it stay. ``version`` is the one the page showed."""
    measure = hold_to_write(step.measure, by=by, on=localdate(at))
    step = _locked(step)
    check_version(step, version)
    _refuse_done(step)
    before = {name: getattr(step, f"{name}_id") for name in OWNERS}
    for name in FIELDS:
        value = getattr(draft, name)
        setattr(step, name, value.strip() if isinstance(value, str) else value)
    advance(step)
    step.save(update_fields=[*FIELDS, "version"])
    _pass_on(step, before)
    audit.record("measures.step-edited", on=measure, by=by, at=at, step=step.pk)
    words_changed(measure, by=by, at=at)
    return step


@transaction.atomic
def remove_step(step: Step, *, by: User, at: datetime) -> None:
    """Take a step away, with the points under it."""
    measure = hold_to_write(step.measure, by=by, on=localdate(at))
    step = _locked(step)
    _refuse_done(step)
    audit.record("measures.step-removed", on=measure, by=by, at=at, step=step.pk)
    step.delete()
    words_changed(measure, by=by, at=at)


@transaction.atomic
def move_step(step: Step, *, up: bool, by: User, at: datetime) -> Step:
    """Let a step change places with its neighbour under the same parent."""
    measure = hold_to_write(step.measure, by=by, on=localdate(at))
    rows = list(
        Step.objects.select_for_update().filter(measure=measure, parent=step.parent_id)
    )
    if exchange(rows, step, up=up):
        Step.objects.bulk_update(rows, ["order"])
        audit.record(
            "measures.step-moved", on=measure, by=by, at=at, step=step.pk, up=up
        )
    return step


@transaction.atomic
def expand(
    step: Step,
    *,
    divisions: Iterable[Division],
    accountable: User | None = None,
    by: User,
    at: datetime,
) -> list[Step]:
    """Make one step for each division out of a step for "every division".

    The head of the division answers for its line, unless a person is named for all.
    The step itself becomes the line of the first division.
    """
    measure = hold_to_write(step.measure, by=by, on=localdate(at))
    step = _locked(step)
    _refuse_done(step)
    wanted = list(dict.fromkeys(divisions))
    if not wanted:
        raise NoDivisions
    rows = [
        _line_of(step, division, accountable=accountable, at=at) for division in wanted
    ]
    rows[0].pk, rows[0].version = step.pk, step.version + 1
    is_numbered = _is_numbered(step)
    _make_room(step, len(rows) - 1)
    points = _points_of(step)
    for offset, row in enumerate(rows):
        row.order = step.order + offset
        row.save(force_update=row.pk is not None)
        if offset:
            write_steps(measure, points, parent=row)
    if is_numbered:
        _number_anew(step, rows)
    audit.record(
        "measures.step-expanded", on=measure, by=by, at=at, step=step.pk,
        lines=len(rows),
    )  # fmt: skip
    words_changed(measure, by=by, at=at)
    return rows


def _pass_on(step: Step, before: Mapping[str, int | None]) -> None:
    """Let the points under a step follow its owner, unless they have another."""
    for point in Step.objects.select_for_update().filter(parent=step, done_on=None):
        own = {name: getattr(point, f"{name}_id") for name in OWNERS}
        if own != before:
            continue
        point.division, point.accountable = step.division, step.accountable
        advance(point)
        point.save(update_fields=[*OWNERS, "version"])
        _pass_on(point, before)


def write_steps(
    measure: Measure, steps: Sequence[StepDraft], *, parent: Step | None = None
) -> None:
    """Write steps and the points under them; a part of adding a measure."""
    for order, step in enumerate(steps, 1):
        _write_one(measure, step, parent=parent, order=order)


def _write_one(
    measure: Measure, step: StepDraft, *, parent: Step | None, order: int
) -> Step:
    facts = {name: getattr(step, name) for name in FIELDS}
    if parent is not None and step.accountable is None and step.division is None:
        facts |= {name: getattr(parent, name) for name in OWNERS}
    row = Step.objects.create(
        organisation_id=measure.organisation_id,
        measure=measure,
        parent=parent,
        order=order,
        **facts,
    )
    write_steps(measure, step.points, parent=row)
    return row


def _line_of(
    step: Step, division: Division, *, accountable: User | None, at: datetime
) -> Step:
    heads = accounts.holders(Role.HEAD, on=localdate(at), division=division)
    own = [held for held in heads if held.division is not None] or heads
    return Step(
        organisation_id=step.organisation_id,
        measure_id=step.measure_id,
        parent_id=step.parent_id,
        marker=step.marker,
        text=step.text,
        due_on=step.due_on,
        origin=step.origin,
        division=division,
        accountable=accountable or (own[0].user if own else None),
    )


def _points_of(step: Step) -> list[StepDraft]:
    """Return the points under a step as they would be written anew."""
    return [
        StepDraft(
            **{name: getattr(point, name) for name in FIELDS},
            points=tuple(_points_of(point)),
        )
        for point in Step.objects.filter(parent=step)
    ]


def _make_room(step: Step, places: int) -> None:
    """Number the steps after one anew, so that lines fit in behind it."""
    rows = list(
        Step.objects.select_for_update().filter(
            measure=step.measure_id, parent=step.parent_id
        )
    )
    after = False
    for order, row in enumerate(rows, 1):
        row.order = order + (places if after else 0)
        if row.pk == step.pk:
            step.order, after = order, True
    Step.objects.bulk_update(rows, ["order"])


def _is_numbered(step: Step) -> bool:
    """Whether the steps beside one are marked 1. 2. 3. by their places."""
    rows = Step.objects.filter(measure=step.measure_id, parent=step.parent_id)
    marks = rows.order_by("order", "pk").values_list("marker", flat=True)
    return all(mark == f"{place}." for place, mark in enumerate(marks, 1))


def _number_anew(step: Step, lines: Iterable[Step]) -> None:
    """Let the marks go on without a gap; ``lines`` learn theirs."""
    rows = list(
        Step.objects.select_for_update()
        .filter(measure=step.measure_id, parent=step.parent_id)
        .order_by("order", "pk")
    )
    for place, row in enumerate(rows, 1):
        row.marker = f"{place}."
    Step.objects.bulk_update(rows, ["marker"])
    marks = {row.pk: row.marker for row in rows}
    for line in lines:
        line.marker = marks[line.pk]


def _next(measure: Measure, parent: Step | None) -> int:
    rows = Step.objects.filter(measure=measure, parent=parent)
    last = rows.order_by("order").values_list("order", flat=True).last()
    return 1 if last is None else last + 1


def _locked(step: Step) -> Step:
    return Step.objects.select_for_update().get(
        organisation=tenancy.required(), pk=step.pk
    )


def _refuse_done(step: Step) -> None:
    if step.done_on is not None:
        raise StepDone
