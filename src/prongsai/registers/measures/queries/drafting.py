"""Draft texts of outputs and outcomes, put together from steps and figures only.

Nothing is made up: every sentence states a finished step or a number that is stored.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import translation

from prongsai.foundations.evidence.models import StoredFigure
from prongsai.foundations.evidence.queries import figures, gathered
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.records.sentences import SentenceBook
from prongsai.registers.measures.models import Line, Measure, Step
from prongsai.ui.writing import short_date

_BOOK = SentenceBook("prongsai.registers.measures.queries", "drafting.toml")


@dataclass(frozen=True, kw_only=True)
class Number:
    """A figure as a sentence needs it: what it counts, of how many, in which days."""

    label: str
    value: Decimal
    unit: str
    of: Decimal | None = None
    start: date | None = None
    end: date | None = None


def output_text(steps: Iterable[Step]) -> str:
    """Return what was done, step by step, in Thai; points count, not their headings."""
    own = list(steps)
    headings = {step.parent_id for step in own}
    points = [step for step in own if step.pk not in headings]
    done = [step for step in points if step.done_on is not None]
    if not done:
        return _BOOK.say("output", "done_none", of=len(points)) if points else ""
    first = "done_all" if len(done) == len(points) else "done_some"
    lines = [_BOOK.say("output", first, done=len(done), of=len(points))]
    same = Counter(step.text.strip() for step in points)
    lines += [
        _line(number, step, of_several=same[step.text.strip()] > 1)
        for number, step in enumerate(done, 1)
    ]
    return "\n".join(lines)


def outcome_text(measure: Measure, numbers: Iterable[Number]) -> str:
    """Return what came of it, number by number, in Thai, against start and target."""
    return "\n".join(_sentence(measure, number) for number in numbers)


def steps_of(measure: Measure) -> list[Step]:
    """Return the steps of a measure in their order."""
    rows = Step.objects.filter(organisation=tenancy.required(), measure=measure)
    return list(rows.order_by("order", "pk"))


def numbers_of(measure: Measure) -> list[Number]:
    """Return the figures stored for a measure: in its lines and among its evidence."""
    lines = Line.objects.filter(
        organisation=tenancy.required(), measure=measure, figure__isnull=False
    ).values_list("figure", flat=True)
    proofs = gathered(measure).filter(figure__isnull=False)
    keys = {*lines, *proofs.order_by().values_list("figure", flat=True)}
    return [_number(row) for row in figures(keys)]


def _number(row: StoredFigure) -> Number:
    return Number(
        label=row.label_th,
        value=row.value,
        unit=row.unit_th,
        of=row.of,
        start=row.start,
        end=row.end,
    )


def _line(number: int, step: Step, *, of_several: bool) -> str:
    """Say a finished step; of one that several divisions had, name the division."""
    what = step.text.strip()
    if of_several and step.division is not None:
        what = f"{what} ({step.division.name_th})"
    text = _BOOK.say("output", "step", number=number, text=what, day=_day(step.done_on))
    note = step.note.strip()
    return _BOOK.say("output", "step_note", step=text, note=note) if note else text


def _sentence(measure: Measure, number: Number) -> str:
    facts = {"label": number.label, "value": plain(number.value), "unit": number.unit}
    if number.of:
        percent = (100 * number.value / number.of).quantize(Decimal("0.01"))
        said = [
            _BOOK.say("outcome", "of", **facts, of=plain(number.of), percent=percent)
        ]
    else:
        said = [_BOOK.say("outcome", "value", **facts)]
    if number.start and number.end:
        said += [
            _BOOK.say(
                "outcome", "period", start=_day(number.start), end=_day(number.end)
            )
        ]
    return " ".join([*said, *_compared(measure, number)])


def _compared(measure: Measure, number: Number) -> list[str]:
    """Compare with start and target, only where both speak of the same unit."""
    unit = measure.unit or number.unit
    if measure.unit and number.unit and measure.unit != number.unit:
        return []
    facts = {"value": plain(number.value), "unit": unit}
    said = []
    if measure.baseline is not None:
        said.append(
            _BOOK.say("outcome", "from_to", **facts, baseline=plain(measure.baseline))
        )
    if measure.target is not None:
        met = "target_met" if reached(measure, number.value) else "target_missed"
        said.append(_BOOK.say("outcome", met, target=plain(measure.target), unit=unit))
    return said


def reached(measure: Measure, value: Decimal) -> bool:
    """Whether a value is at the target or beyond; a target below the start is to sink."""
    if measure.target is None:
        return False
    sinks = measure.baseline is not None and measure.target < measure.baseline
    return value <= measure.target if sinks else value >= measure.target


def plain(number: Decimal) -> str:
    """Write a number without the zeros its column adds."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _day(day: date | None) -> str:
    with translation.override("th"):
        return short_date(day) if day else ""
