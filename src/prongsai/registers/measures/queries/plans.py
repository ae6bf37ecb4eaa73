"""Plans of the years and their measures: who sees them, what is in them, what is missing."""

from collections.abc import Iterable

from django.db.models import Count, Prefetch, Q, QuerySet

from prongsai.foundations.accounts.models import User
from prongsai.foundations.frameworks.queries import available, load
from prongsai.foundations.organisations import tenancy
from prongsai.ita.errors import UnknownYear, YearTooEarly
from prongsai.ita.frameworks.model import Framework
from prongsai.registers.measures.models import Measure, Plan, Step
from prongsai.registers.measures.states import MeasureState


def visible_to(user: User) -> QuerySet[Plan]:
    """Return the plans of a person's office, newest year first: everybody reads them."""
    return Plan.objects.filter(organisation=user.organisation_id).select_related(
        "decided_by"
    )


def with_counts(plans: QuerySet[Plan]) -> QuerySet[Plan]:
    """Add how many measures a plan has, and how many are settled."""
    settled = Q(measures__state__in=[MeasureState.CLOSED, MeasureState.DROPPED])
    return plans.annotate(
        measure_count=Count("measures"),
        settled_count=Count("measures", filter=settled),
    ).order_by("-fiscal_year")


def measures_visible_to(user: User) -> QuerySet[Measure]:
    """Return the measures of a person's office with what their pages need."""
    return _whole(Measure.objects.filter(organisation=user.organisation_id))


def steps_visible_to(user: User) -> QuerySet[Step]:
    """Return the steps of a person's office with the measure they belong to."""
    return Step.objects.filter(organisation=user.organisation_id).select_related(
        "measure", "measure__plan", "division", "accountable"
    )


def plan_of(year: int) -> Plan | None:
    """Return the plan of a fiscal year (Buddhist era) of the current office."""
    return _plans().filter(fiscal_year=year).first()


def latest() -> Plan | None:
    """Return the plan of the newest year of the current office."""
    return _plans().first()


def measures_of(plan: Plan) -> QuerySet[Measure]:
    """Return the measures of a plan in order, with their steps, in three queries."""
    return _whole(Measure.objects.filter(plan=plan)).order_by("order", "pk")


def tree_of(measure: Measure) -> list[tuple[int, Step]]:
    """Return the steps of a measure with their depth, points below what they belong to."""
    children: dict[int | None, list[Step]] = {}
    for step in measure.steps.all():
        children.setdefault(step.parent_id, []).append(step)
    return list(_below(None, children, 0))


def leaves_of(measure: Measure) -> list[Step]:
    """Return the steps that are done as such: those without points under them."""
    steps = list(measure.steps.all())
    headings = {step.parent_id for step in steps}
    return [step for step in steps if step.pk not in headings]


def gaps_of(measure: Measure) -> list[str]:
    """Return codes of what is missing before a measure can be proposed.

    "steps" no step at all, "step-owner" a step without an accountable person, "period",
    "division", "aspect" neither aspect nor indicator, "target" neither a target nor an
    outcome in words. A step with points under it is done by those who do the points.
    """
    steps = leaves_of(measure)
    missing = {
        "title": not measure.title.strip(),
        "aspect": measure.aspect is None and not measure.indicators,
        "target": measure.target is None and not measure.outcome_expected.strip(),
        "period": measure.starts_on is None or measure.ends_on is None,
        "division": measure.division_id is None,
        "steps": not steps,
        "step-owner": any(step.accountable_id is None for step in steps),
    }
    return [code for code, lacks in missing.items() if lacks]


def content_of(plan: Plan) -> dict[str, object]:
    """Return what a decision about the plan is bound to: its words, no states.

    Only the measures put forward are in it, each under its key, so that a change is
    shown where it was made and a new order is none. A step with an ``origin`` stands on
    the resolution it came from, which was decided on its own.
    """
    return {
        "fiscal_year": plan.fiscal_year,
        "result_year": plan.result_year,
        "title": plan.title,
        "measures": {
            str(measure.pk): _words_of(measure)
            for measure in measures_of(plan).filter(is_put_forward=True)
        },
    }


def framework_of(year: int) -> Framework:
    """Return the framework of a year; where there is none, the newest one before it."""
    try:
        return load(year)
    except (UnknownYear, YearTooEarly):
        known = available()
        return load(max((y for y in known if y < year), default=known[0]))


def borrowed_from(year: int) -> int | None:
    """Return the year whose aspects and indicators stand in for one without a framework."""
    known = framework_of(year).year
    return None if known == year else known


def aspects_of(year: int) -> dict[int, tuple[str, str]]:
    """Return the seven aspects by number, in Thai and English.

    A year that tells none has those of the newest year that does.
    """
    for one in (year, *sorted(available(), reverse=True)):
        if found := framework_of(one).aspects:
            return {aspect.number: (aspect.th, aspect.en) for aspect in found}
    return {}


def indicators_of(year: int) -> dict[int, tuple[str, str]]:
    """Return the indicators of a year by number, in Thai and English."""
    return {one.number: (one.th, one.en) for one in framework_of(year).indicators}


def _plans() -> QuerySet[Plan]:
    return Plan.objects.filter(organisation=tenancy.required())


def _whole(measures: QuerySet[Measure]) -> QuerySet[Measure]:
    steps = Step.objects.select_related("division", "accountable")
    return measures.select_related(
        "plan", "division", "accountable", "copied_from"
    ).prefetch_related(Prefetch("steps", steps.order_by("order", "pk")))


def _below(
    parent: int | None, children: dict[int | None, list[Step]], depth: int
) -> Iterable[tuple[int, Step]]:
    for step in children.get(parent, []):
        yield depth, step
        yield from _below(step.pk, children, depth + 1)


_PLAIN = (
    "reference", "aspect", "aspect_number", "aspect_title", "indicators",
    "indicator_text", "title", "analysis", "unit", "figure_key", "output_expected",
    "outcome_expected", "starts_on", "ends_on", "period_text", "responsible_texts",
)  # fmt: skip


def _words_of(measure: Measure) -> dict[str, object]:
    numbers = {
        name: _number(getattr(measure, name))
        for name in ("baseline", "target", "budget")
    }
    return {
        **{name: getattr(measure, name) for name in _PLAIN},
        **numbers,
        "division": measure.division.code if measure.division else "",
        "accountable": measure.accountable.username if measure.accountable else "",
        "steps": {
            str(step.pk): _words_of_step(step)
            for step in measure.steps.all()
            if not step.origin
        },
    }


def _number(value: object) -> str | None:
    """Write a number the same, however many places the database keeps."""
    return None if value is None else f"{value:f}".rstrip("0").rstrip(".")


def _words_of_step(step: Step) -> dict[str, object]:
    return {
        "under": step.parent_id,
        "marker": step.marker,
        "text": step.text,
        "division": step.division.code if step.division else "",
        "accountable": step.accountable.username if step.accountable else "",
        "due_on": step.due_on,
    }
