"""Figures that measures offer as evidence: value, whole, and rows without names."""

from collections.abc import Iterable
from decimal import Decimal

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.evidence.figures import Figure, Outcome
from prongsai.ita.thai.periods import Span
from prongsai.registers.measures.models import FollowUp, Measure, Part, Step
from prongsai.registers.measures.queries import counting as queries


def planned(period: Span) -> Outcome:
    """Measures that were announced to run in the period."""
    found = queries.announced(period)
    return Outcome(value=Decimal(len(found)), rows=_measures(found))


def reported(period: Span) -> Outcome:
    """Announced measures that were reported as done by the end of the period."""
    whole = queries.announced(period)
    return _part([m for m in whole if queries.is_reported(m, period.end)], whole)


def with_outcome_number(period: Span) -> Outcome:
    """Reported measures whose outcome is stated in numbers."""
    whole = [m for m in queries.announced(period) if queries.is_reported(m, period.end)]
    numbered = queries.with_number(whole)
    return _part([m for m in whole if m.pk in numbered], whole)


def steps_on_time(period: Span) -> Outcome:
    """Steps due in the period that were done on their date at the latest."""
    due = queries.steps_due(period)
    return _part_of_steps([step for step in due if queries.was_on_time(step)], due)


def steps_late(period: Span) -> Outcome:
    """Steps due in the period that were not done on their date."""
    due = queries.steps_due(period)
    return _part_of_steps([step for step in due if not queries.was_on_time(step)], due)


def steps_done(period: Span) -> Outcome:
    """Steps done in the period, whenever they were due."""
    found = queries.steps_done(period)
    return Outcome(value=Decimal(len(found)), rows=_steps(found))


def followed_up(period: Span) -> Outcome:
    """Announced measures of which something was said in a round of the period."""
    whole = queries.announced(period)
    words = queries.last_words(whole, period)
    rows = [(*_measure(m), *_word(words[m.pk])) for m in whole if m.pk in words]
    return Outcome(value=Decimal(len(rows)), of=Decimal(len(whole)), rows=rows)


def parts_accepted(period: Span) -> Outcome:
    """Parts of divisions due in the period that were accepted."""
    due = queries.parts_due(period)
    rows = [_row_of_part(part) for part in due if queries.is_accepted(part)]
    return Outcome(value=Decimal(len(rows)), of=Decimal(len(due)), rows=rows)


FIGURES = [
    Figure(
        key="measures.planned",
        label=_("Measures announced"),
        unit=_("measures"),
        formula=_(
            "Measures that were approved, were not given up, and run on at least one "
            "day of the period. A measure without dates runs through its fiscal year."
        ),
        run=planned,
    ),
    Figure(
        key="measures.reported",
        label=_("Measures reported as done"),
        unit=_("measures"),
        formula=_(
            "Of the measures announced for the period: those reported as done on its "
            "last day at the latest, with an output, valid evidence, and an outcome "
            "that is a number or the reason why there is none."
        ),
        run=reported,
    ),
    Figure(
        key="measures.with_outcome_number",
        label=_("Measures whose outcome is a number"),
        unit=_("measures"),
        formula=_(
            "Of the measures reported as done: those with at least one outcome that "
            "states a number or a stored figure of a register."
        ),
        run=with_outcome_number,
    ),
    Figure(
        key="measures.followed_up",
        label=_("Measures followed up"),
        unit=_("measures"),
        formula=_(
            "Of the measures announced for the period: those of which somebody said in "
            "a round that ends in the period how far they are. The rows hold the last "
            "word: the end of the round and the progress."
        ),
        run=followed_up,
    ),
    Figure(
        key="measures.steps_done",
        label=_("Steps of measures done"),
        unit=_("steps"),
        formula=_("Steps of announced measures that were done in the period."),
        run=steps_done,
    ),
    Figure(
        key="measures.steps_on_time",
        label=_("Steps of measures done on time"),
        unit=_("steps"),
        formula=_(
            "Of the steps of announced measures that fell due in the period: those done "
            "on the due date at the latest. A step with points counts in its points."
        ),
        run=steps_on_time,
    ),
    Figure(
        key="measures.steps_late",
        label=_("Steps of measures not done on time"),
        unit=_("steps"),
        formula=_(
            "Of the steps of announced measures that fell due in the period: those not "
            "done when the due date ended."
        ),
        run=steps_late,
    ),
    Figure(
        key="measures.parts_accepted",
        label=_("Parts of divisions accepted"),
        unit=_("parts"),
        formula=_(
            "Of the parts of divisions that fell due in the period: those accepted."
        ),
        run=parts_accepted,
    ),
]


def _part(part: list[Measure], whole: list[Measure]) -> Outcome:
    return Outcome(
        value=Decimal(len(part)), of=Decimal(len(whole)), rows=_measures(part)
    )


def _part_of_steps(part: list[Step], whole: list[Step]) -> Outcome:
    return Outcome(value=Decimal(len(part)), of=Decimal(len(whole)), rows=_steps(part))


def _measures(found: Iterable[Measure]) -> list[tuple[object, ...]]:
    return [(*_measure(measure), measure.reported_at) for measure in found]


def _measure(measure: Measure) -> tuple[object, ...]:
    return (
        measure.plan.fiscal_year,
        measure.pk,
        measure.order,
        "" if measure.division is None else measure.division.code,
    )


def _steps(found: Iterable[Step]) -> list[tuple[object, ...]]:
    return [
        (
            step.measure.plan.fiscal_year,
            step.measure_id,
            step.pk,
            "" if step.division is None else step.division.code,
            step.due_on,
            step.done_on,
        )
        for step in found
    ]


def _word(word: FollowUp) -> tuple[object, ...]:
    return (word.ends_on, word.progress)


def _row_of_part(part: Part) -> tuple[object, ...]:
    settled = None if part.settled_at is None else localdate(part.settled_at)
    return (part.measure_id, part.division.code, part.due_on, settled)
