"""What came of each measure as a report says it: from lines, steps and figures.

What has no outcome says so: nothing is made up and nothing is left out.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import QuerySet

from prongsai.foundations.evidence.figures import registry
from prongsai.foundations.evidence.models import Evidence, StoredFigure
from prongsai.foundations.organisations import tenancy
from prongsai.ita.documents.model import report as ita
from prongsai.ita.thai.digits import to_arabic
from prongsai.registers.measures.models import Kind, Line, Measure, Step
from prongsai.registers.measures.queries import drafting
from prongsai.registers.measures.states import MeasureState
from prongsai.registers.reports.queries import figures, texts
from prongsai.registers.reports.queries.contents import Placed, Proof
from prongsai.registers.reports.queries.sentences import long_date, say
from prongsai.registers.reports.queries.texts import Texts

OWNER = "measures.measure"

PERCENT = "ร้อยละ"
"""Per cent, as Thai documents write it."""


@dataclass(frozen=True, kw_only=True)
class Records:
    """What the office has of the measures of a plan, read at once."""

    cut_off: date
    lines: Mapping[int, Sequence[Line]]
    evidence: Mapping[int, Sequence[Evidence]]
    figures: Mapping[str, StoredFigure]

    def figure_of(self, line: Line) -> StoredFigure | None:
        """Return the figure of a line, run for the period of the report if it was."""
        if line.figure is None:
            return None
        return self.figures.get(line.figure.key, line.figure)


@dataclass(kw_only=True)
class Told:
    """What is told of the measures, while it is gathered."""

    figures: list[Placed] = field(default_factory=list)
    evidence: list[Proof] = field(default_factory=list)


def place_of(measure: Measure) -> str:
    """Return the name of a measure's place in a report."""
    return f"measure.{measure.pk}"


def records_of(
    measures: Collection[Measure], *, fiscal_year: int, cut_off: date
) -> Records:
    """Read everything about some measures: one question for each table."""
    keys = [measure.pk for measure in measures]
    lines = Line.objects.filter(measure__in=keys).select_related("figure")
    evidence = Evidence.objects.filter(
        organisation=tenancy.required(),
        owner_kind=OWNER,
        owner_pk__in=keys,
        replaced_at__isnull=True,
        withdrawn_at__isnull=True,
    ).select_related("figure")
    found = Records(
        cut_off=cut_off,
        lines=_by_measure(lines),
        evidence=_by_owner(evidence),
        figures={},
    )
    return replace(
        found,
        figures=figures.taken(
            _keys(measures, found), fiscal_year=fiscal_year, cut_off=cut_off
        ),
    )


def tell(
    measure: Measure, printed: ita.Measure, *, records: Records, texts_: Texts, to: Told
) -> ita.Measure:
    """Return a measure with its output and outcome; what it quotes goes to ``to``."""
    to.figures.extend(_figures(measure, records))
    to.evidence.extend(_evidence(measure, records))
    return replace(
        printed,
        outputs=_said(measure, Kind.OUTPUT, records=records, written=texts_),
        outcomes=_said(measure, Kind.OUTCOME, records=records, written=texts_),
    )


def _said(
    measure: Measure, kind: Kind, *, records: Records, written: Texts
) -> tuple[ita.Item, ...]:
    drafted = _drafted(measure, kind, records)
    key = f"{place_of(measure)}.{kind.value}"
    text = written.add(key, texts.flat(drafted))
    return texts.points(text) if written.was_written(key) else drafted


def _drafted(measure: Measure, kind: Kind, records: Records) -> tuple[ita.Item, ...]:
    if measure.state == MeasureState.DROPPED:
        return texts.points(_dropped(measure, kind))
    own = [line for line in records.lines.get(measure.pk, ()) if line.kind == kind]
    if own:
        return texts.numbered(tuple(_items(own, None, records)))
    if kind == Kind.OUTPUT:
        return texts.points(_output(measure, records))
    return texts.points(_outcome(measure, records))


def _output(measure: Measure, records: Records) -> str:
    steps = [copy(step) for step in measure.steps.all()]
    if not any(_is_done(step, records.cut_off) for step in steps):
        return say("measure", "no_output", day=long_date(records.cut_off))
    for step in steps:
        if not _is_done(step, records.cut_off):
            step.done_on = None  # a copy: done after the cut-off
    return drafting.output_text(steps)


def _outcome(measure: Measure, records: Records) -> str:
    stored = records.figures.get(measure.figure_key)
    if stored is not None:
        return drafting.outcome_text(measure, [figures.number_of(stored)])
    if measure.no_number_because.strip():
        return measure.no_number_because
    day = long_date(records.cut_off)
    return say("measure", "no_outcome", title=measure.title, day=day)


def _dropped(measure: Measure, kind: Kind) -> str:
    if kind == Kind.OUTCOME:
        return say("measure", "dropped_outcome")
    return say("measure", "dropped", reason=measure.dropped_because.strip())


def _is_done(step: Step, cut_off: date) -> bool:
    return step.done_on is not None and step.done_on <= cut_off


def _items(
    lines: Sequence[Line], parent: int | None, records: Records
) -> Iterator[ita.Item]:
    for line in lines:
        if line.parent_id == parent:
            yield ita.Item(
                marker=line.marker,
                text=_line(line, records),
                items=tuple(_items(lines, line.pk, records)),
            )


def _line(line: Line, records: Records) -> str:
    """Return the words of a line with its number, where they do not state it yet."""
    stored = records.figure_of(line)
    value = line.value if stored is None else stored.value
    text = line.text.strip()
    if value is None:
        return text
    number, unit = drafting.plain(value), line.unit
    if stored is not None:
        unit = unit or stored.unit_th
    bare = to_arabic(text)
    if number in bare or number.replace(",", "") in bare:
        return text
    if unit.startswith(PERCENT):  # in Thai these words stand before their number
        return f"{text} {PERCENT} {number} {unit.removeprefix(PERCENT)}".strip()
    return f"{text} {number} {unit}".strip()


def _figures(measure: Measure, records: Records) -> Iterator[Placed]:
    place = place_of(measure)
    counted: dict[str, int] = defaultdict(int)
    for line in records.lines.get(measure.pk, ()):
        counted[line.kind] += 1
        if (stored := records.figure_of(line)) is not None:
            yield figures.placed(f"{place}.{line.kind}.{counted[line.kind]}", stored)
    if (stored := records.figures.get(measure.figure_key)) is not None:
        yield figures.placed(f"{place}.target", stored)
    for proof in records.evidence.get(measure.pk, ()):
        if proof.figure is not None:
            stored = records.figures.get(proof.figure.key, proof.figure)
            yield figures.placed(f"{place}.evidence.{proof.pk}", stored)


def _evidence(measure: Measure, records: Records) -> Iterator[Proof]:
    for proof in records.evidence.get(measure.pk, ()):
        if proof.start <= records.cut_off and not proof.is_expired(records.cut_off):
            yield Proof(
                place=place_of(measure),
                title=proof.title,
                kind=proof.kind,
                start=proof.start.isoformat(),
                end=proof.end.isoformat(),
                digest=proof.digest,
            )


def _keys(measures: Collection[Measure], records: Records) -> set[str]:
    found = {measure.figure_key for measure in measures}
    found |= {
        line.figure.key
        for lines in records.lines.values()
        for line in lines
        if line.figure is not None
    }
    found |= {
        proof.figure.key
        for proofs in records.evidence.values()
        for proof in proofs
        if proof.figure is not None
    }
    return found - {""}


def target_keys(measures: Iterable[Measure]) -> set[str]:
    """Return the keys of the figures that measure what the measures want to reach."""
    return {m.figure_key for m in measures if m.figure_key in registry()}


def _by_measure(rows: QuerySet[Line]) -> Mapping[int, Sequence[Line]]:
    found: dict[int, list[Line]] = defaultdict(list)
    for row in rows:
        found[row.measure_id].append(row)
    return found


def _by_owner(rows: QuerySet[Evidence]) -> Mapping[int, Sequence[Evidence]]:
    found: dict[int, list[Evidence]] = defaultdict(list)
    for row in rows:
        found[row.owner_pk].append(row)
    return found
