"""Readings of old reports: who sees them, what was read, what is wrong with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, QuerySet
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import capacities
from prongsai.foundations.files.models import Part, StoredFile
from prongsai.foundations.organisations import tenancy
from prongsai.ita.documents.linting.findings import Finding
from prongsai.ita.documents.linting.lint import lint
from prongsai.ita.documents.model.codec import from_data
from prongsai.ita.documents.model.report import Report
from prongsai.ita.thai.digits import to_arabic
from prongsai.registers.assessments.models.readings import Reading, ReadScore
from prongsai.registers.assessments.models.results import Assessment
from prongsai.registers.assessments.queries import results
from prongsai.registers.assessments.queries.lines import Line, line_from
from prongsai.registers.assessments.queries.places import LEVEL, TOTAL
from prongsai.registers.assessments.states import ReadingState

OWNER_KIND = "assessments.reading"
SLOT = "report"

OPENS_FILES = frozenset({Role.ANALYST, Role.CLERK, Role.MAYOR, Role.AUDITOR})
"""Those who compile, answer for and verify the year; others read what was found."""


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A value the file gives otherwise than the result that is there already."""

    field: str
    there: str
    read: str


def visible_to(user: User) -> QuerySet[Reading]:
    """Return the readings of a person's office, newest first; how many values wait."""
    waiting = Count("scores", filter=Q(scores__confirmed_at__isnull=True))
    return (
        Reading.objects.filter(organisation=user.organisation_id)
        .exclude(state=ReadingState.DISCARDED)
        .select_related("read_by")
        .annotate(values_waiting=waiting)
        .order_by("-pk")
    )


def can_open_file(user: User, pk: int) -> bool:
    """Whether a person may open the file itself: a memo in it names its signers."""
    if not visible_to(user).filter(pk=pk).exists():
        return False
    return any(held.role in OPENS_FILES for held in capacities(user, on=localdate()))


def report_of(reading: Reading) -> Report:
    """Return what the library read, as the library's own report; empty before."""
    return from_data(reading.content, reading.name) if reading.content else Report()


def lines_of(reading: Reading) -> list[Line]:
    """Return the text the places point into."""
    return [line_from(kept) for kept in reading.lines]


def findings_of(reading: Reading) -> tuple[Finding, ...]:
    """Return what the library's rules find in it, in the order a reader meets it."""
    return lint(report_of(reading))


def of_same_file(sha256: str) -> Reading | None:
    """Return the reading of these very bytes, unless it was discarded or failed."""
    owners = StoredFile.objects.filter(
        organisation=tenancy.required(),
        owner_kind=OWNER_KIND,
        part=Part.ORIGINAL,
        sha256=sha256,
    )
    over = (ReadingState.DISCARDED, ReadingState.FAILED)
    return (
        Reading.objects.filter(
            organisation=tenancy.required(), pk__in=owners.values("owner_pk")
        )
        .exclude(state__in=over)
        .first()
    )


def waiting(pk: int) -> Reading | None:
    """Return a reading that still waits for the background, by its key."""
    return Reading.objects.filter(
        organisation=tenancy.required(), pk=pk, state=ReadingState.WAITING
    ).first()


def scores_of(reading: Reading, year: int | None = None) -> list[ReadScore]:
    """Return the values of a reading, or of one of its years: indicators, total, level."""
    found = reading.scores.select_related("confirmed_by", "assessment")
    if year is not None:
        found = found.filter(fiscal_year=year)
    return list(found)


def points_read(scores: list[ReadScore]) -> Mapping[int, Decimal]:
    """Return the confirmed points of the indicators by number."""
    return {
        int(s.field): Decimal(s.value) for s in scores if s.field.isdigit() and s.value
    }


def differences(assessment: Assessment, scores: list[ReadScore]) -> list[Difference]:
    """Return where the values of a file differ from the result of the same year."""
    return list(_differences(assessment, scores))


def _differences(
    assessment: Assessment, scores: list[ReadScore]
) -> Iterator[Difference]:
    there = {str(n): str(v) for n, v in results.points_of(assessment).items()}
    if assessment.announced_total is not None:
        there[TOTAL] = str(assessment.announced_total)
    there[LEVEL] = assessment.announced_level
    for score in scores:
        read, known = score.value or score.printed, there.get(score.field, "")
        if not same_value(read, known):
            yield Difference(field=score.field, there=known, read=read)


def same_value(one: str, other: str) -> bool:
    """Whether two values are one, whatever digits they are written in."""
    try:
        return Decimal(to_arabic(one)) == Decimal(to_arabic(other))
    except ArithmeticError:
        return one.strip() == other.strip()
