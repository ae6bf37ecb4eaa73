"""An old report comes in: read, looked at value by value, taken over or discarded."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files import actions as files
from prongsai.foundations.files import queries as file_queries
from prongsai.foundations.files.actions.opening import bytes_of
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.records.versions import advance
from prongsai.ita.documents.model.codec import to_data
from prongsai.ita.errors import ItaError, NoTextLayer, TooComplex
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import clean
from prongsai.registers.assessments import permissions
from prongsai.registers.assessments.actions import results
from prongsai.registers.assessments.models.readings import Reading, ReadScore
from prongsai.registers.assessments.models.results import Assessment
from prongsai.registers.assessments.queries import readings as queries
from prongsai.registers.assessments.queries.lines import FileRead, read_file
from prongsai.registers.assessments.queries.places import LEVEL, TOTAL, all_of
from prongsai.registers.assessments.states import READING, Origin, ReadingState

_LONGEST = 100
_HUNDREDTH = Decimal("0.01")


class OnlyPictures(ItaError):
    """A PDF of scanned pages cannot be read here: ``name``."""

    code = "assessments.only-pictures"


class BadValue(ItaError):
    """No points from 0 to 100, or no words for a level: ``field``, ``year``, ``found``."""

    code = "assessments.reading-value-bad"


class NotLookedAt(ItaError):
    """Values of the year still wait for a person: ``year``, ``count``."""

    code = "assessments.reading-not-confirmed"


class NothingOfYear(ItaError):
    """The file has no values of that year: ``year``."""

    code = "assessments.reading-nothing-of-year"


class AlreadyTaken(ItaError):
    """The value is in a result already; it is corrected there: ``year``."""

    code = "assessments.reading-taken"


class StillReading(ItaError):
    """The file is being read, or could not be: nothing can be confirmed."""

    code = "assessments.reading-not-read"


@transaction.atomic
def read(file: StoredFile, *, by: User, at: datetime) -> Reading:
    """Read a report file at once; the same bytes give the reading that is there."""
    _must_write(by, at)
    if earlier := _earlier(file, by=by, at=at):
        return earlier
    read_now = _library(file)
    reading = _begun(file, by=by, at=at)
    return _kept(reading, read_now, by=by, at=at)


@transaction.atomic
def read_later(file: StoredFile, *, by: User, at: datetime) -> Reading:
    """Keep a large file; ``finish`` reads it in the background."""
    _must_write(by, at)
    if earlier := _earlier(file, by=by, at=at):
        return earlier
    reading = _begun(file, by=by, at=at)
    audit.record("assessments.reading-begun", on=reading, by=by, at=at)
    return reading


@transaction.atomic
def finish(reading: Reading, *, by: User, at: datetime) -> Reading:
    """Read a file that waits; note in words why it cannot be read."""
    reading = _locked(reading)
    _must_write(by, at)
    if reading.state != ReadingState.WAITING:
        return reading  # the task ran before and was killed after it had finished
    file = file_queries.of(reading, slot=queries.SLOT).get()
    try:
        read_now = _library(file)
    except ItaError as problem:
        return _failed(reading, problem, by=by, at=at)
    return _kept(reading, read_now, by=by, at=at)


@transaction.atomic
def confirm_value(score: ReadScore, value: str, *, by: User, at: datetime) -> ReadScore:
    """Say that a value is right, or what it is instead."""
    reading = _locked(score.reading)
    _must_write(by, at)
    _must_be_read(reading)
    score = ReadScore.objects.select_for_update().get(pk=score.pk)
    _confirm([score], {score.pk: value}, by=by, at=at)
    audit.record(
        "assessments.value-confirmed", on=reading, by=by, at=at,
        year=score.fiscal_year, field=score.field, corrected=score.value != score.printed,
    )  # fmt: skip
    return score


@transaction.atomic
def confirm_all(
    reading: Reading, year: int, *, by: User, at: datetime
) -> list[ReadScore]:
    """Say that everything read of a year is right; what a person corrected stays."""
    reading = _locked(reading)
    _must_write(by, at)
    _must_be_read(reading)
    found = _of_year(reading, year)
    left = [score for score in found if score.confirmed_at is None]
    _confirm(left, {score.pk: score.printed for score in left}, by=by, at=at)
    audit.record(
        "assessments.values-confirmed", on=reading, by=by, at=at,
        year=year, count=len(left),
    )  # fmt: skip
    return found


@transaction.atomic
def take_scores(reading: Reading, year: int, *, by: User, at: datetime) -> Assessment:
    """Make the confirmed values of a year its result, a draft that is confirmed there."""
    reading = _locked(reading)
    _must_write(by, at)
    _must_be_read(reading)
    found = _of_year(reading, year)
    if waiting := sum(score.confirmed_at is None for score in found):
        raise NotLookedAt(year=year, count=waiting)
    by_field = {score.field: score.value for score in found}
    total = by_field.get(TOTAL)
    values = results.Values(
        fiscal_year=year,
        points=queries.points_read(found),
        total=Decimal(total) if total else None,
        level=by_field.get(LEVEL, ""),
        origin=Origin.REPORT,
    )
    assessment = results.enter(values, by=by, at=at)
    reading.scores.filter(fiscal_year=year).update(assessment=assessment)
    _enter(reading, ReadingState.TAKEN)
    audit.record(
        "assessments.scores-taken", on=reading, by=by, at=at,
        year=year, assessment=assessment.pk,
    )  # fmt: skip
    return assessment


@transaction.atomic
def discard(reading: Reading, *, by: User, at: datetime) -> Reading:
    """Put a reading aside that nothing was taken from; what was read is forgotten."""
    reading = _locked(reading)
    _must_write(by, at)
    READING.check(ReadingState(reading.state), ReadingState.DISCARDED)
    reading.scores.all().delete()
    reading.content, reading.lines, reading.problem = {}, [], {}
    reading.save(update_fields=["content", "lines", "problem"])
    files.forget(reading, slot=queries.SLOT, at=at)
    _enter(reading, ReadingState.DISCARDED)
    audit.record("assessments.reading-discarded", on=reading, by=by, at=at)
    return reading


@transaction.atomic
def confirm_typed(
    reading: Reading, year: int, typed: dict[int, str], *, by: User, at: datetime
) -> list[ReadScore]:
    """Confirm every value of a year as a person typed it, by the keys of the values."""
    reading = _locked(reading)
    _must_write(by, at)
    _must_be_read(reading)
    found = [score for score in _of_year(reading, year) if score.pk in typed]
    _confirm(found, typed, by=by, at=at)
    audit.record(
        "assessments.values-confirmed", on=reading, by=by, at=at,
        year=year, count=len(found),
    )  # fmt: skip
    return found


@transaction.atomic
def open_text(reading: Reading, *, by: User, at: datetime) -> None:
    """Write down that somebody opens the text: a memo in it names its signers."""
    _must_write(by, at)
    audit.record_reading(on=reading, by=by, at=at, fields="text")


def _must_write(by: User, at: datetime) -> None:
    if not permissions.can_write(by, localdate(at)):
        raise PermissionDenied


def _must_be_read(reading: Reading) -> None:
    if reading.state not in {ReadingState.READ, ReadingState.TAKEN}:
        raise StillReading


def _locked(reading: Reading) -> Reading:
    return Reading.objects.select_for_update().get(pk=reading.pk)


def _earlier(file: StoredFile, *, by: User, at: datetime) -> Reading | None:
    """Return the reading of the same bytes and let the new copy of them go."""
    found = queries.of_same_file(file.sha256)
    if found is not None:
        files.discard(file, by=by, at=at)
    return found


def _library(file: StoredFile) -> FileRead:
    """Let the library read the bytes, a PDF in a process with limits of its own."""
    with bytes_of(file) as content:
        data = content.read()
    try:
        return read_file(file.name, data)
    except NoTextLayer as scanned:
        raise OnlyPictures(name=file.name) from scanned


def _begun(file: StoredFile, *, by: User, at: datetime) -> Reading:
    reading = Reading.objects.create(
        organisation_id=by.organisation_id,
        name=file.name,
        read_at=at,
        read_by=by,
    )
    # A memo inside names its signers: who opens the file is written down.
    files.claim([file], owner=reading, by=by, at=at, slot=queries.SLOT, personal=True)
    return reading


def _kept(reading: Reading, found: FileRead, *, by: User, at: datetime) -> Reading:
    """Write what was read, every value with its place."""
    reading.content = to_data(found.report)
    reading.lines = [line.stored() for line in found.lines]
    reading.fiscal_year = found.report.fiscal_year
    reading.save(update_fields=["content", "lines", "fiscal_year"])
    _enter(reading, ReadingState.READ)
    ReadScore.objects.bulk_create(
        ReadScore(
            organisation_id=reading.organisation_id,
            reading=reading,
            fiscal_year=int(year),
            field=row.field,
            printed=row.values[year][:_LONGEST],
            place=str(place or ""),
        )
        for row, year, place in all_of(found.report, found.lines)
    )
    audit.record(
        "assessments.report-read", on=reading, by=by, at=at,
        year=reading.fiscal_year, measures=len(found.report.measures),
    )  # fmt: skip
    return reading


def _failed(reading: Reading, problem: ItaError, *, by: User, at: datetime) -> Reading:
    facts = {key: str(value) for key, value in problem.facts.items()}
    limit = str(facts["what"]) if isinstance(problem, TooComplex) else ""
    reading.problem = {"code": problem.code, "facts": facts, "limit": limit}
    reading.save(update_fields=["problem"])
    _enter(reading, ReadingState.FAILED)
    audit.record(
        "assessments.reading-failed", on=reading, by=by, at=at, code=problem.code
    )
    return reading


def _of_year(reading: Reading, year: int) -> list[ReadScore]:
    found = queries.scores_of(reading, year)
    if not found:
        raise NothingOfYear(year=year)
    return found


def _confirm(
    scores: Iterable[ReadScore], values: dict[int, str], *, by: User, at: datetime
) -> None:
    for score in scores:
        if score.assessment_id is not None:
            raise AlreadyTaken(year=score.fiscal_year)
        score.value = _checked(score, values[score.pk])
        score.confirmed_at, score.confirmed_by = at, by
        score.save(update_fields=["value", "confirmed_at", "confirmed_by"])


def _checked(score: ReadScore, typed: str) -> str:
    """Return the value as it is kept: points with a dot, a level in its own words."""
    text = clean(typed)
    if score.field == LEVEL:
        if text and len(text) <= _LONGEST:
            return text
        raise _bad(score, text)
    try:
        points = Decimal(to_arabic(text))
        fits = 0 <= points <= 100 and points == points.quantize(_HUNDREDTH)  # noqa: PLR2004  # full marks
    except ArithmeticError as error:
        raise _bad(score, text) from error
    if not fits:
        raise _bad(score, text)
    return str(points.quantize(_HUNDREDTH))


def _bad(score: ReadScore, text: str) -> BadValue:
    return BadValue(field=score.field, year=score.fiscal_year, found=text[:_LONGEST])


def _enter(reading: Reading, state: ReadingState) -> None:
    READING.check(ReadingState(reading.state), state)
    reading.state = state
    advance(reading)
    reading.save(update_fields=["state", "version"])
