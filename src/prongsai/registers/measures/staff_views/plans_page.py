"""What stands on the pages of plans: the years, a year's measures, what comes next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from django.db.models import QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import queries as memos
from prongsai.foundations.approvals.models import Memo
from prongsai.registers.measures import permissions
from prongsai.registers.measures.actions.plans import SETTLED, SUBJECT
from prongsai.registers.measures.models import Measure, Plan
from prongsai.registers.measures.queries import following
from prongsai.registers.measures.queries import plans as queries
from prongsai.registers.measures.staff_views.plans_finding import (
    link,
    plan_trail,
    plans_trail,
    press,
)
from prongsai.registers.measures.states import (
    MEASURE_TONES,
    PLAN_TONES,
    MeasureState,
    PlanState,
)
from prongsai.ui.deeds import Deed
from prongsai.ui.tables import Cell, Column, Row, Table
from prongsai.ui.tabs import Tab
from prongsai.ui.writing import short_date

GAPS = {
    "title": gettext_lazy("a title"),
    "aspect": gettext_lazy("an aspect or indicators"),
    "target": gettext_lazy("a target or an outcome expected"),
    "period": gettext_lazy("when it begins and ends"),
    "division": gettext_lazy("the responsible division"),
    "steps": gettext_lazy("its steps"),
    "step-owner": gettext_lazy("an accountable person for each step"),
}
"""What each code of ``queries.gaps_of`` asks for."""


def plans_context(user: User, plans: QuerySet[Plan], *, on: date) -> dict[str, object]:
    """Return everything the list of plans shows."""
    found = list(plans)
    columns = [
        Column("year", _("Fiscal year")),
        Column("state", _("State")),
        Column("measures", _("Measures"), numeric=True),
        Column("progress", _("Steps done"), numeric=True),
        Column("late", _("Late"), numeric=True),
        Column("decision", _("Approved by memo")),
    ]
    progress = following.progress_of(found, on=on)
    rows = [_plan_row(plan, progress[plan.pk]) for plan in found]
    return {
        "table": Table(_("Plans of measures"), columns=columns, rows=rows),
        "can_write": permissions.can_write(user, on=on),
        "trail": plans_trail(),
    }


def _plan_row(plan: Plan, progress: following.Progress) -> Row:
    count = getattr(plan, "measure_count", 0)
    return Row(
        cells=[
            Cell(str(plan.fiscal_year), href=plan.get_absolute_url()),
            Cell(plan.get_state_display(), tone=PLAN_TONES[PlanState(plan.state)]),
            str(count),
            f"{progress.done}/{progress.steps}",
            Cell(str(progress.late), tone="bad") if progress.late else "0",
            plan.decision_number,
        ],
        href=plan.get_absolute_url(),
    )


def plan_context(
    user: User, plan: Plan, *, by_indicator: bool, on: date
) -> dict[str, object]:
    """Return everything the page of a plan shows, in as many questions for any number."""
    measures = list(queries.measures_of(plan))
    gaps = {one.pk: queries.gaps_of(one) for one in measures if one.state == "draft"}
    about = list(memos.about(SUBJECT, plan.pk).order_by("-pk"))
    can_write = permissions.can_write(user, on=on)
    here = plan.get_absolute_url()
    return {
        "plan": plan,
        "trail": plan_trail(plan),
        "tone": PLAN_TONES[PlanState(plan.state)],
        "facts": list(_facts(plan, measures)),
        "progress": following.progress_of([plan], on=on)[plan.pk],
        "incomplete": sum(1 for missing in gaps.values() if missing),
        "groups": list(_groups(plan, measures, gaps, by_indicator=by_indicator)),
        "tabs": [
            Tab(label=_("By aspect"), href=here, current=not by_indicator),
            Tab(
                label=_("By indicator"),
                href=f"{here}?by=indicator",
                current=by_indicator,
            ),
        ],
        "memos": about,
        "deeds": _deeds(plan, measures, about, gaps=gaps) if can_write else [],
        "views": list(_views(plan)),
        "sources": list(_sources(plan)) if can_write and _is_open(plan) else [],
    }


def _is_open(plan: Plan) -> bool:
    return plan.state != PlanState.CLOSED


def _facts(plan: Plan, measures: Sequence[Measure]) -> Iterator[tuple[str, object]]:
    if plan.title:
        yield _("Title"), plan.title
    if plan.result_year:
        yield _("Answers the result of fiscal year"), plan.result_year
    yield _("Measures"), len(measures)
    if plan.decided_at and plan.decided_by:
        yield _("Approved by memo"), plan.decision_number
        on = short_date(plan.decided_at)
        yield _("Decided"), f"{on} · {plan.decided_by.get_full_name()}"


def _groups(
    plan: Plan,
    measures: Sequence[Measure],
    gaps: dict[int, list[str]],
    *,
    by_indicator: bool,
) -> Iterator[Table]:
    """Yield a table for each aspect or indicator that has measures, others last."""
    named = queries.indicators_of if by_indicator else queries.aspects_of
    names = named(plan.fiscal_year)
    english = get_language() == "en"
    inside: dict[int | None, list[Measure]] = {number: [] for number in names}
    inside[None] = []
    for one in measures:
        own = one.indicators if by_indicator else [one.aspect]
        for number in [n for n in own if n in names] or [None]:
            inside[number].append(one)
    for number, rows in inside.items():
        if not rows:
            continue
        caption = _("Without indicator") if by_indicator else _("Without aspect")
        if number is not None:
            th, en = names[number]
            caption = f"{number}. {en if english else th}"
        yield _table(caption, rows, gaps)


def _table(
    caption: str, measures: Sequence[Measure], gaps: dict[int, list[str]]
) -> Table:
    columns = [
        Column("measure", _("Measure")),
        Column("state", _("State")),
        Column("owner", _("Who answers for it")),
        Column("period", _("Period")),
        Column("progress", _("Steps done"), numeric=True),
    ]
    rows = [_row(one) for one in measures]
    missing = [missing_in_words(gaps.get(one.pk, [])) for one in measures]
    if any(missing):
        columns.append(Column("gaps", _("Still missing")))
        rows = [
            replace(row, cells=[*row.cells, words])
            for row, words in zip(rows, missing, strict=True)
        ]
    return Table(caption, columns=columns, rows=rows)


def _row(measure: Measure) -> Row:
    leaves = queries.leaves_of(measure)
    done = sum(1 for step in leaves if step.done_on is not None)
    title = f"{measure.reference} {measure.title}".strip()
    return Row(
        cells=[
            Cell(title, href=measure.get_absolute_url()),
            state_cell(measure),
            owner_of(measure),
            period_of(measure),
            f"{done}/{len(leaves)}",
        ],
        href=measure.get_absolute_url(),
    )


def state_cell(measure: Measure) -> Cell:
    """The state of a measure as a badge."""
    tone = MEASURE_TONES[MeasureState(measure.state)]
    return Cell(measure.get_state_display(), tone=tone)


def owner_of(measure: Measure) -> str:
    """Return division and accountable person; as printed where there is neither."""
    known = [str(one) for one in (measure.division, measure.accountable) if one]
    return " · ".join(known) or ", ".join(measure.responsible_texts)


def period_of(measure: Measure) -> str:
    """Return when a measure runs; as printed where its days are not known."""
    if measure.starts_on and measure.ends_on:
        return f"{short_date(measure.starts_on)} – {short_date(measure.ends_on)}"
    return measure.period_text


def missing_in_words(gaps: Iterable[str]) -> str:
    """Say what is missing before a measure can be proposed."""
    return ", ".join(str(GAPS[code]) for code in gaps)


def _deeds(
    plan: Plan,
    measures: Sequence[Measure],
    about: Sequence[Memo],
    *,
    gaps: Mapping[int, list[str]],
) -> list[Deed]:
    """Return what a writer can do with the plan now; the likeliest first stands out."""
    if plan.state == PlanState.CLOSED:
        again = _("Open the plan again")
        return [link("plan_reopen", plan, again, icon="return", kind="primary")]
    add = link("add", plan, _("Add a measure"), icon="plus")
    further = list(_further(plan, measures, about))
    found = [add, *further] if any(gaps.values()) else [*further, add]
    rename = link("plan_edit", plan, _("Title and result"), icon="edit")
    return [replace(found[0], kind="primary"), *found[1:], rename]


def _further(
    plan: Plan, measures: Sequence[Measure], about: Sequence[Memo]
) -> Iterator[Deed]:
    """Yield what brings the plan on, or back: memo, drafts, the end of the year."""
    on_its_way = any(memo.is_open for memo in about)
    states = {MeasureState(one.state) for one in measures}
    if not on_its_way and states & {MeasureState.DRAFT, MeasureState.PROPOSED}:
        label = _("Propose by memo")
        asks = _("Every complete draft is put into one memo, which you then submit.")
        yield press("plan_propose", plan, label, icon="send", confirm=asks)
    if not on_its_way and plan.state == PlanState.PROPOSED:
        yield press("plan_take_back", plan, _("Back to drafts"), icon="return")
    if plan.state == PlanState.APPROVED and states <= SETTLED:
        asks = _("Every measure is closed or given up. Close the year?")
        yield press("plan_close", plan, _("Close the plan"), icon="lock", confirm=asks)


_VIEWS = (
    ("matrix", gettext_lazy("Matrix"), "table"),
    ("timeline", gettext_lazy("Timeline of the year"), "calendar"),
    ("export", gettext_lazy("Download"), "download"),
)
_SOURCES = (
    ("from_standard", gettext_lazy("From the standard measures"), "book"),
    ("from_year", gettext_lazy("From last year"), "return"),
    ("readings", gettext_lazy("From a report"), "upload"),
)


def _views(plan: Plan) -> Iterator[Deed]:
    yield from _known(_VIEWS, plan)
    href = f"{reverse('measures:rounds')}?plan={plan.pk}"
    yield Deed(label=_("Rounds of follow-up"), href=href, icon="clock")


def _sources(plan: Plan) -> Iterator[Deed]:
    yield from _known(_SOURCES, plan)


def _known(pages: Iterable[tuple[str, Promise, str]], plan: Plan) -> Iterator[Deed]:
    for name, label, icon in pages:
        with suppress(NoReverseMatch):
            href = reverse(f"measures:{name}", args=[plan.pk])
            yield Deed(label=label, href=href, icon=icon)
