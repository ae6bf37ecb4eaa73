"""At the cut-off every figure of a plan is run again for its year and stored."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import translation
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.evidence import actions as figures
from prongsai.foundations.evidence import queries as gathered
from prongsai.foundations.evidence.gathering import (
    About,
    add_figure,
    replace,
)
from prongsai.foundations.evidence.models import Evidence, StoredFigure
from prongsai.foundations.evidence.models import Kind as EvidenceKind
from prongsai.foundations.records.versions import advance
from prongsai.ita.errors import ItaError
from prongsai.ita.thai import fiscal
from prongsai.registers.measures import permissions
from prongsai.registers.measures.actions.holding import PlanClosed
from prongsai.registers.measures.models import Line, Measure, Plan
from prongsai.registers.measures.queries.evidence import OWNER
from prongsai.registers.measures.states import LIVE, PlanState
from prongsai.ui.writing import short_date


class CutOffOutside(ItaError):
    """The cut-off lies outside the year of the plan, or ahead: ``on``, ``year``."""

    code = "measures.cut-off-outside"


@transaction.atomic
def take_at_cut_off(
    plan: Plan, *, cut_off: date, by: User, at: datetime
) -> list[StoredFigure]:
    """Run every figure of a plan again, from the first day of its year to the cut-off.

    Lines take the new value; evidence is replaced, with the reason, and stays readable.
    What a closed measure states and rests on stands: its figures are only run and stored
    beside it.
    """
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    if not permissions.can_take_figures(by, on=localdate(at)):
        raise PermissionDenied
    if plan.state == PlanState.CLOSED:
        raise PlanClosed
    start = fiscal.first_day(plan.fiscal_year)
    if not start <= cut_off <= min(fiscal.last_day(plan.fiscal_year), localdate(at)):
        raise CutOffOutside(on=cut_off.isoformat(), year=plan.fiscal_year)
    measures = {m.pk: m for m in Measure.objects.select_for_update().filter(plan=plan)}
    taken = _take_lines(measures.values(), start, cut_off, by=by, at=at)
    rows = _figure_evidence(measures)
    taken += [
        _take_evidence(row, measures[row.owner_pk], cut_off, by=by, at=at)
        for row in rows
    ]
    audit.record(
        "measures.figures-taken", on=plan, by=by, at=at,
        cut_off=cut_off.isoformat(), figures=len(taken),
    )  # fmt: skip
    return taken


def _take_lines(
    measures: Iterable[Measure], start: date, end: date, *, by: User, at: datetime
) -> list[StoredFigure]:
    """Run each figure once, however many lines state it."""
    lines = list(
        Line.objects.select_for_update(of=("self",))
        .filter(measure__in=list(measures), figure__isnull=False)
        .select_related("figure", "measure")
    )
    keys = sorted({line.figure.key for line in lines if line.figure})
    taken = {key: figures.take(key, start=start, end=end, by=by, at=at) for key in keys}
    for line in lines:
        if line.figure is None or line.measure.state not in LIVE:
            continue
        stored = taken[line.figure.key]
        line.figure, line.value, line.unit = stored, stored.value, stored.unit_th
        advance(line)
        line.save(update_fields=["figure", "value", "unit", "version"])
    return list(taken.values())


def _take_evidence(
    old: Evidence, measure: Measure, cut_off: date, *, by: User, at: datetime
) -> StoredFigure:
    start = fiscal.first_day(measure.plan.fiscal_year)
    if old.figure is None:
        raise ValueError(old.pk)
    if measure.state not in LIVE:
        return figures.take(old.figure.key, start=start, end=cut_off, by=by, at=at)
    about = About(
        title=old.title,
        start=start,
        end=cut_off,
        slot=old.slot,
        note=old.note,
        expires_on=old.expires_on,
    )
    new = add_figure(measure, old.figure.key, about=about, by=by, at=at)
    with translation.override("th"):
        reason = _("Run again at the cut-off of %(day)s") % {"day": short_date(cut_off)}
    replace(old, new, reason=reason, by=by, at=at)
    if new.figure is None:
        raise ValueError(new.pk)
    return new.figure


def _figure_evidence(measures: Iterable[int]) -> list[Evidence]:
    return list(
        gathered.evidence()
        .filter(
            owner_kind=OWNER,
            owner_pk__in=list(measures),
            kind=EvidenceKind.FIGURE,
            replaced_at__isnull=True,
            withdrawn_at__isnull=True,
        )
        .order_by("pk")
    )
