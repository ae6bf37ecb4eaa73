"""What stands on the page of a measure: where it is, facts, steps, history, deeds."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import queries as memos
from prongsai.foundations.audit import queries as audit
from prongsai.foundations.evidence import panels
from prongsai.foundations.evidence.figures import registry
from prongsai.registers.measures import permissions
from prongsai.registers.measures.actions.holding import REWRITABLE
from prongsai.registers.measures.actions.plans import SUBJECT
from prongsai.registers.measures.models import Measure
from prongsai.registers.measures.models import Step as MeasureStep
from prongsai.registers.measures.queries import following
from prongsai.registers.measures.queries import plans as queries
from prongsai.registers.measures.staff_views.plans_finding import (
    link,
    plan_trail,
    press,
    short_name,
)
from prongsai.registers.measures.staff_views.plans_page import (
    missing_in_words,
    period_of,
)
from prongsai.registers.measures.states import (
    MEASURE,
    MEASURE_TONES,
    MeasureState,
    PlanState,
)
from prongsai.ui.deeds import Deed
from prongsai.ui.steps import Step, StepState
from prongsai.ui.tables import Cell, Column, Row, Table
from prongsai.ui.writing import short_date, with_commas

_WAY = (
    MeasureState.DRAFT,
    MeasureState.PROPOSED,
    MeasureState.APPROVED,
    MeasureState.RUNNING,
    MeasureState.REPORTED,
    MeasureState.CLOSED,
)


def measure_context(user: User, measure: Measure, *, on: date) -> dict[str, object]:
    """Return everything the template shows."""
    state = MeasureState(measure.state)
    can_edit = _is_open(measure) and permissions.can_edit(user, measure, on=on)
    can_write = permissions.can_write(user, on=on)
    gaps = queries.gaps_of(measure) if state == MeasureState.DRAFT else []
    panel = following.panel(measure, user=user, on=on)
    return {
        "measure": measure,
        "trail": plan_trail(measure.plan, (short_name(measure), "")),
        "tone": MEASURE_TONES[state],
        "way": _stepper(state),
        "missing": missing_in_words(gaps),
        "facts": list(_facts(measure)),
        "expected": list(_expected(measure)),
        "steps": _steps(measure, panel, on=on, can_edit=can_edit),
        "undoing": list(_undoing(measure, panel)),
        "next_step": _next(measure, gaps, can_edit=can_edit),
        "can_edit": can_edit,
        "deeds": list(_deeds(measure)) if can_write and _is_live(measure) else [],
        "following": panel,
        "evidence": panels.panel(measure, user=user, on=on),
        "moments": audit.history_of(measure),
    }


def _is_live(measure: Measure) -> bool:
    return measure.plan.state != PlanState.CLOSED


def _is_open(measure: Measure) -> bool:
    return _is_live(measure) and measure.state in REWRITABLE


def _stepper(state: MeasureState) -> list[Step]:
    if state == MeasureState.DROPPED:
        return []
    now = _WAY.index(state)
    return [
        Step(label=one.label, state=_place(place, now))
        for place, one in enumerate(_WAY)
    ]


def _place(place: int, now: int) -> StepState:
    if place < now or now == len(_WAY) - 1:
        return "done"
    return "now" if place == now else "next"


def _facts(measure: Measure) -> Iterator[tuple[str, object]]:
    yield _("Aspect"), _aspect(measure)
    yield _("Indicators"), _indicators(measure)
    yield _("Responsible division"), measure.division or ""
    yield _("Accountable person"), measure.accountable or ""
    if measure.responsible_texts:
        yield _("Responsible, as printed"), ", ".join(measure.responsible_texts)
    yield _("Period"), period_of(measure)
    if measure.period_text and measure.starts_on:
        yield _("Period as printed"), measure.period_text
    if measure.budget is not None:
        amount = {"amount": with_commas(measure.budget)}
        yield _("Budget"), _("%(amount)s baht") % amount
    if measure.copied_from is not None:
        yield _("Copied from"), str(measure.copied_from)


def _aspect(measure: Measure) -> str:
    if measure.aspect_title:
        return f"{measure.aspect_number}. {measure.aspect_title}".lstrip(". ")
    names = queries.aspects_of(measure.plan.fiscal_year)
    return _named(names, measure.aspect) if measure.aspect else ""


def _indicators(measure: Measure) -> str:
    names = queries.indicators_of(measure.plan.fiscal_year)
    said = [_named(names, number) for number in measure.indicators]
    return ", ".join(said) or measure.indicator_text


def _named(names: dict[int, tuple[str, str]], number: int) -> str:
    th, en = names.get(number, ("", ""))
    return f"{number}. {en if get_language() == 'en' else th}"


def _expected(measure: Measure) -> Iterator[tuple[str, object]]:
    yield _("Why: what the result shows"), measure.analysis
    yield _("From where to where"), _movement(measure)
    if measure.figure_key:
        figure = registry().get(measure.figure_key)
        label = measure.figure_key if figure is None else str(figure.label)
        yield _("Figure that measures it"), label
    yield _("Output expected"), measure.output_expected
    yield _("Outcome expected"), measure.outcome_expected


def _movement(measure: Measure) -> str:
    ends = [
        "–" if value is None else with_commas(value.normalize() + 0)
        for value in (measure.baseline, measure.target)
    ]
    if measure.baseline is None and measure.target is None:
        return ""
    return f"{ends[0]} → {ends[1]} {measure.unit}".strip()


def _steps(
    measure: Measure, panel: following.Panel, *, on: date, can_edit: bool
) -> Table:
    columns = [
        Column("number", pgettext("step of a measure", "Number")),
        Column("step", _("Step")),
        Column("division", _("Division")),
        Column("accountable", _("Accountable person")),
        Column("due", _("Due")),
        Column("state", _("State")),
    ]
    headings = {step.parent_id for step in measure.steps.all()}
    rows = [
        Row(
            cells=[
                *_step_cells(step, depth, can_edit=can_edit, heads=step.pk in headings),
                "" if step.pk in headings else step_state(step, on=on),
            ]
        )
        for depth, step in queries.tree_of(measure)
    ]
    if panel.finishable:
        columns.append(Column("deed", _("Next")))
        rows = [
            Row(cells=[*row.cells, _step_deed(step, panel)])
            for row, (_depth, step) in zip(rows, queries.tree_of(measure), strict=True)
        ]
    empty = _("No steps yet. Each step has one person who answers for it.")
    return Table(_("Steps"), columns=columns, rows=rows, empty=empty)


def _step_cells(
    step: MeasureStep, depth: int, *, can_edit: bool, heads: bool
) -> list[str | Cell]:
    href = ""
    if can_edit and step.done_on is None:
        href = reverse("measures:step_edit", args=[step.pk])
    text = f"{'— ' * depth}{step.text}"
    if step.origin:
        text = f"{text} ({step.origin})"
    nobody = "" if heads else Cell(_("nobody yet"), tone="warn")
    return [
        step.marker,
        Cell(text, href=href),
        str(step.division or ""),
        str(step.accountable) if step.accountable else nobody,
        short_date(step.due_on) if step.due_on else "",
    ]


def _step_deed(step: MeasureStep, panel: following.Panel) -> str | Cell:
    """Return the link with which a person says that a step is done."""
    if step.pk in panel.finishable:
        href = reverse("measures:step_finish", args=[step.pk])
        return Cell(_("Say it is done"), href=href)
    return ""


def _undoing(measure: Measure, panel: following.Panel) -> Iterator[Deed]:
    """Yield a button for each step that this person can say was not done after all."""
    for step in measure.steps.all():
        if step.pk in panel.undoable:
            yield press("step_undo", step, step.text, icon="return")


def step_state(step: MeasureStep, *, on: date) -> Cell:
    """How a step stands, as a badge: late is computed."""
    if step.done_on is not None:
        done = _("done %(day)s") % {"day": short_date(step.done_on)}
        return Cell(done, tone="ok")
    if step.is_late(on):
        return Cell(_("late"), tone="bad")
    return Cell(_("to do"), tone="plain")


def _next(measure: Measure, gaps: list[str], *, can_edit: bool) -> Deed | None:
    """Return what brings a measure on that is still being planned, if this person may."""
    if measure.state == MeasureState.PROPOSED:
        memo = memos.about(SUBJECT, measure.plan_id).order_by("-pk").first()
        href = "" if memo is None else memo.get_absolute_url()
        return Deed(label=_("Open the memo"), href=href, icon="file") if href else None
    if measure.state == MeasureState.DRAFT and can_edit:
        return _next_of_draft(measure, gaps)
    return None


def _next_of_draft(measure: Measure, gaps: list[str]) -> Deed:
    """Return the first thing to do: facts, then steps, then owners, then the memo."""
    if set(gaps) - {"steps", "step-owner"}:
        return link("edit", measure, _("Fill in what is missing"), icon="edit")
    if "steps" in gaps:
        return link("step_add", measure, _("Add a step"), icon="plus")
    if gaps:
        [first, *_more] = [s for s in queries.leaves_of(measure) if not s.accountable]
        return link(
            "step_edit", first, _("Name who answers for the step"), icon="person"
        )
    return link("plan", measure.plan, _("Propose with the plan"), icon="send")


def _deeds(measure: Measure) -> Iterator[Deed]:
    """Yield the rarer deeds of a writer."""
    for way, label in (("up", _("Move up")), ("down", _("Move down"))):
        yield press("move", measure, label, icon=way, kind="quiet", way=way)
    state = MeasureState(measure.state)
    if MeasureState.DROPPED in MEASURE.moves[state]:
        label = _("Give the measure up")
        yield link("drop", measure, label, icon="close", kind="quiet")
    if state == MeasureState.DRAFT:
        label = _("Remove the draft")
        asks = _("The draft and its steps are removed for good.")
        yield press(
            "remove", measure, label, icon="delete", kind="danger", confirm=asks
        )
