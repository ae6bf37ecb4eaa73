"""Rules about measures: what is missing, repeated, misnumbered or too vague."""

import re
from collections.abc import Iterator

from prongsai.ita.documents.linting import where
from prongsai.ita.documents.linting.comparing import are_related, same, share_a_row
from prongsai.ita.documents.linting.findings import Remark, rule
from prongsai.ita.documents.linting.numbering import Slip, misnumbered
from prongsai.ita.documents.linting.passages import lists_of, points
from prongsai.ita.documents.linting.severities import Severity
from prongsai.ita.documents.linting.where import Part
from prongsai.ita.documents.model.report import Item, Kind, Measure, Report
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import clean, join_thai

_LONG_ENOUGH = 12
_A_SENTENCE, _TWO_LINES, _ENOUGH = 25, 60, 50
_EVERYBODY = re.compile(
    r"^(?:เจ้าหน้าที่|บุคลากร|พนักงาน|ข้าราชการ|หน่วยงาน|ส่วนราชการ|ผู้บริหาร|คณะผู้บริหาร)?(?:และ)?"
    r"(?:ทุก|ทั้งหมด)"
)
_YEAR = re.compile(r"(?<!\d)(?:พ\.?\s*ศ\.?\s*)?25\d\d(?!\d)")
_NO_COUNT = re.compile(r"https?://\S+|www\.\S+|มาตรา\s*\d+|ข้อ\s*\d+|[ieoIEO]\d+")
_COUNTED = re.compile(r"\d|ร้อยละ|ครึ่งหนึ่ง|ไม่มีข้อร้องเรียน|ไม่พบ(?:ข้อ|เรื่อง)ร้องเรียน")


@rule("empty-output", Severity.ERROR)
def measure_has_no_output(report: Report) -> Iterator[Remark]:
    """A result report tells what each measure did; a plan cannot yet."""
    yield from _empty(report, Part.OUTPUT)


@rule("empty-outcome", Severity.ERROR)
def measure_has_no_outcome(report: Report) -> Iterator[Remark]:
    """A result report tells what each measure achieved; a plan cannot yet."""
    yield from _empty(report, Part.OUTCOME)


@rule("missing-steps", Severity.WARNING)
def measure_has_no_steps(report: Report) -> Iterator[Remark]:
    """Each measure says how it is carried out."""
    for position, measure in enumerate(report.measures):
        if _says_nothing(measure.steps):
            yield _about(position, measure, Part.STEP)


@rule("missing-period", Severity.WARNING)
def measure_has_no_period(report: Report) -> Iterator[Remark]:
    """Each measure says when it is carried out."""
    for position, measure in enumerate(report.measures):
        if measure.period is None or not _words(measure.period.text):
            yield _about(position, measure, Part.PERIOD)


@rule("missing-responsible", Severity.WARNING)
def nobody_is_responsible(report: Report) -> Iterator[Remark]:
    """Each measure says who answers for it."""
    for position, measure in enumerate(report.measures):
        if not any(_words(unit) for unit in measure.responsible):
            yield _about(position, measure, Part.RESPONSIBLE)


@rule("everybody-responsible", Severity.INFO)
def everybody_is_responsible(report: Report) -> Iterator[Remark]:
    """What everybody answers for, nobody answers for: name a unit."""
    for position, measure in enumerate(report.measures):
        for unit in measure.responsible:
            if _EVERYBODY.match(join_thai(clean(unit)).lstrip("- ")):
                yield _about(position, measure, Part.RESPONSIBLE, printed=unit)
                break


@rule("unquantified-outcome", Severity.INFO)
def outcome_has_no_figure(report: Report) -> Iterator[Remark]:
    """At least one outcome of a measure is a figure that can be checked."""
    if report.kind is not Kind.MEASURES_RESULT:
        return
    for position, measure in enumerate(report.measures):
        said = [p.item.text for p in points(measure.outcomes) if _words(p.item.text)]
        if said and not any(_is_counted(text) for text in said):
            yield _about(position, measure, Part.OUTCOME, printed=said[0])


@rule("copied-outcome", Severity.WARNING)
def outcome_is_copied(report: Report) -> Iterator[Remark]:
    """One outcome does not stand under measures that have nothing in common."""
    seen: dict[str, list[tuple[str, Measure]]] = {}
    for position, measure in enumerate(report.measures):
        for point in points(measure.outcomes):
            key = same(point.item.text)
            if len(key) < _A_SENTENCE:
                continue
            alike = seen.setdefault(key[:_TWO_LINES], [])
            first = _stranger(key, measure, alike)
            if first is not None:
                yield Remark(
                    where=where.item(
                        position, measure, part=Part.OUTCOME, path=point.path
                    ),
                    printed=point.item.text,
                    facts={"first": first.ref},
                    source=measure.source,
                )
            if len(alike) < _ENOUGH:
                alike.append((key, measure))


@rule("duplicate-item", Severity.WARNING)
def item_stands_twice(report: Report) -> Iterator[Remark]:
    """A list says each thing once."""
    for position, measure in enumerate(report.measures):
        for part, items in lists_of(measure):
            seen: dict[str, str] = {}
            for point in points(items):
                key = same(point.item.text)
                if len(key) < _LONG_ENOUGH:
                    continue
                number = ".".join(map(str, point.path))
                if key in seen:
                    yield Remark(
                        where=where.item(position, measure, part=part, path=point.path),
                        printed=point.item.text,
                        facts={"first": seen[key]},
                        source=measure.source,
                    )
                seen.setdefault(key, number)


@rule("output-copies-step", Severity.INFO)
def output_repeats_a_step(report: Report) -> Iterator[Remark]:
    """An output says what was done, and not the plan again, word for word."""
    if report.kind is not Kind.MEASURES_RESULT:
        return
    for position, measure in enumerate(report.measures):
        planned = {same(step.text) for step in measure.steps}
        # Sub-points are often headings that both cells rightly name.
        for number, output in enumerate(measure.outputs, start=1):
            key = same(output.text)
            if len(key) >= _A_SENTENCE and key in planned:
                yield Remark(
                    where=where.item(
                        position, measure, part=Part.OUTPUT, path=(number,)
                    ),
                    printed=output.text,
                    source=measure.source,
                )


@rule("step-numbering", Severity.WARNING)
def numbers_do_not_follow(report: Report) -> Iterator[Remark]:
    """Numbered points count 1, 2, 3: none doubled, skipped or begun again."""
    for position, measure in enumerate(report.measures):
        beside = report.measures[max(0, position - 1) : position + 2]
        shares = any(share_a_row(measure, m) for m in beside if m is not measure)
        for part, items in lists_of(measure):
            for found in misnumbered(items):
                if shares and found.slip is Slip.RESTARTED:
                    continue  # the row holds the lists of several measures
                yield Remark(
                    where=where.item(position, measure, part=part, path=found.path),
                    printed=found.marker,
                    expected=str(found.due),
                    source=measure.source,
                )


def _stranger(
    key: str, measure: Measure, seen: list[tuple[str, Measure]]
) -> Measure | None:
    """The first unrelated measure with this outcome, whole or with words added."""
    for earlier, other in seen:
        shorter, longer = sorted((earlier, key), key=len)
        is_copy = shorter == longer or (
            len(shorter) >= _TWO_LINES and longer.startswith(shorter)
        )
        if is_copy and other is not measure and not are_related(other, measure):
            return other
    return None


def _empty(report: Report, part: Part) -> Iterator[Remark]:
    if report.kind is not Kind.MEASURES_RESULT:
        return
    for position, measure in enumerate(report.measures):
        if _says_nothing(dict(lists_of(measure))[part]):
            yield _about(position, measure, part)


def _about(position: int, measure: Measure, part: Part, *, printed: str = "") -> Remark:
    return Remark(
        where=where.measure(position, measure, part=part),
        printed=printed,
        source=measure.source,
    )


def _says_nothing(items: tuple[Item, ...]) -> bool:
    return not any(_words(point.item.text) for point in points(items))


def _words(text: str) -> bool:
    """Whether a text says anything: dashes and dots do not."""
    return any(c.isalnum() for c in text)


def _is_counted(text: str) -> bool:
    plain = _YEAR.sub(" ", to_arabic(clean(text)))
    return bool(_COUNTED.search(_NO_COUNT.sub(" ", plain)))
