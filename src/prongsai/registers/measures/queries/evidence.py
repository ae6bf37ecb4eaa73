"""What a measure still lacks before it may be reported: output, evidence, a number.

The evidence itself is kept by the foundation; a measure asks how much of it stands.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from prongsai.foundations.evidence import queries as evidence
from prongsai.foundations.evidence.queries import Standing
from prongsai.foundations.organisations import tenancy
from prongsai.ita.errors import ItaError
from prongsai.ita.thai import fiscal
from prongsai.ita.thai.periods import Span
from prongsai.registers.measures.models import Kind, Line, Measure

OWNER = "measures.measure"


class NotReportable(ItaError):
    """Something is missing before a measure is reported as done."""

    code = "measures.not-reportable"


class NoOutput(NotReportable):
    """No output is written."""

    code = "measures.no-output"


class NoEvidence(NotReportable):
    """No evidence stands: none was gathered, or all of it has expired: ``expired``."""

    code = "measures.no-evidence"


class NoNumber(NotReportable):
    """No outcome is a number, and nobody said why not."""

    code = "measures.no-number"


def standing(measures: Iterable[Measure], *, on: date) -> Mapping[int, Standing]:
    """Return how much evidence of each measure stands on a day, and how much expired."""
    return evidence.standing(OWNER, [measure.pk for measure in measures], on=on)


def missing(measure: Measure, *, on: date) -> list[NotReportable]:
    """Return everything a measure lacks before it may be reported, as refusals."""
    lines = Line.objects.filter(organisation=tenancy.required(), measure=measure)
    found = standing([measure], on=on)[measure.pk]
    return lacking(measure, standing=found, lines=list(lines))


def lacking(
    measure: Measure, *, standing: Standing, lines: Iterable[Line]
) -> list[NotReportable]:
    """Say what is missing, from what is known of the lines and the evidence."""
    rows, found = list(lines), list[NotReportable]()
    if all(line.kind != Kind.OUTPUT for line in rows):
        found.append(NoOutput())
    if not standing.current:
        found.append(NoEvidence(expired=standing.expired))
    numbers = [line for line in rows if line.kind == Kind.OUTCOME and has_number(line)]
    if not numbers and not measure.no_number_because.strip():
        found.append(NoNumber())
    return found


def has_number(line: Line) -> bool:
    """Whether a line states a number: typed, or the stored figure of a register."""
    return line.value is not None or line.figure_id is not None


def proofs_by_slot(measure: Measure) -> dict[str, int]:
    """Return how much evidence in use is named for each slot of a measure."""
    counted: dict[str, int] = {}
    rows = evidence.gathered(measure).exclude(slot="")
    for slot in rows.order_by().values_list("slot", flat=True):
        counted[slot] = counted.get(slot, 0) + 1
    return counted


def figures_of(pk: int) -> list[int]:
    """Return the keys of the stored figures a measure states in its lines."""
    lines = Line.objects.filter(
        organisation=tenancy.required(), measure=pk, figure__isnull=False
    )
    return list(lines.values_list("figure", flat=True))


def must_be_complete(measure: Measure, *, on: date) -> None:
    """Refuse a measure that lacks something, with the first thing it lacks."""
    for first in missing(measure, on=on):
        raise first


def period_of(measure: Measure) -> Span:
    """Return when a measure runs; the fiscal year of its plan where it does not say."""
    year = measure.plan.fiscal_year
    start = measure.starts_on or fiscal.first_day(year)
    end = measure.ends_on or fiscal.last_day(year)
    return Span(start=start, end=max(start, end))
