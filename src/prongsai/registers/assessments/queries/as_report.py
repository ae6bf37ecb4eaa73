"""A year's result as the library's report: scores with two years, changes, narratives."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from prongsai.foundations.organisations.models import Organisation
from prongsai.ita.documents.linting.movement import Direction, direction_of
from prongsai.ita.documents.model import report as ita
from prongsai.ita.frameworks.model import Indicator
from prongsai.ita.thai.names import find_offices
from prongsai.registers.assessments.models.narratives import Narrative
from prongsai.registers.assessments.models.results import Assessment
from prongsai.registers.assessments.queries import results
from prongsai.registers.assessments.queries.codes import framework_of

CENT = Decimal("0.01")


def report_of(
    assessment: Assessment, *, earlier: Assessment | None = None
) -> ita.Report:
    """Return the result as a report; ``earlier`` is the confirmed year before, if any."""
    before = earlier or results.earlier_than(assessment)
    shown = [year for year in (before, assessment) if year is not None]
    return ita.Report(
        kind=ita.Kind.SCORES,
        title=f"ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {assessment.fiscal_year}",
        organisation=organisation_of(assessment.organisation),
        fiscal_year=assessment.fiscal_year,
        scores=tuple(_scores(assessment, shown)),
        totals=_totals(shown),
        levels={_key(a): a.announced_level for a in shown if a.announced_level},
        changes=_changes(shown),
        narratives=tuple(_narratives(assessment)),
    )


def organisation_of(office: Organisation) -> ita.Organisation:
    """Return an office as reports name it: kind spelled out, name without its kind."""
    found = find_offices(office.name_th)
    if not found:
        return ita.Organisation(type="", name=office.name_th)
    kind = found[0].kind
    return ita.Organisation(
        type=kind,
        name=office.name_th.removeprefix(kind).strip() or found[0].name,
        district=office.amphoe,
        province=office.province,
    )


def printed(points: Decimal) -> str:
    """Write points as announcements do, with two decimals."""
    return str(points.quantize(CENT))


def moved(old: Decimal, new: Decimal) -> str:
    """Say in the official words how points moved: ``เพิ่มขึ้น 0.82``."""
    direction = direction_of(old, new)
    if direction is Direction.SAME:
        return direction.value
    return f"{direction.value} {printed(abs(new - old))}"


def indicators_of(year: int) -> Mapping[int, Indicator]:
    """Return the indicators of a year by their number; none where no rule is shipped."""
    framework = framework_of(year)
    return {i.number: i for i in framework.indicators} if framework else {}


def _scores(assessment: Assessment, shown: list[Assessment]) -> Iterator[ita.Score]:
    points = {a.pk: {s.number: s.points for s in a.indicators.all()} for a in shown}
    named = indicators_of(assessment.fiscal_year)
    for number in sorted({n for years in points.values() for n in years}):
        found = [(a, points[a.pk][number]) for a in shown if number in points[a.pk]]
        own = named.get(number)
        yield ita.Score(
            indicator=str(number),
            instrument=own.instrument.value if own else "",
            name=own.th if own else "",
            years={_key(a): printed(value) for a, value in found},
            change=_moved([value for _a, value in found]),
        )


def _totals(shown: list[Assessment]) -> dict[str, str]:
    return {
        _key(a): printed(a.announced_total)
        for a in shown
        if a.announced_total is not None
    }


def _changes(shown: list[Assessment]) -> ita.Changes | None:
    totals = [a.announced_total for a in shown if a.announced_total is not None]
    levels = [a.announced_level for a in shown if a.announced_level]
    same = len(set(levels)) == 1 and len(levels) == 2  # noqa: PLR2004  # two years
    # Whether a level went up or down is the linter's to say where the words differ.
    changes = ita.Changes(
        total=_moved(totals), level=Direction.SAME.value if same else ""
    )
    return None if changes == ita.Changes() else changes


def _moved(values: list[Decimal]) -> str:
    return moved(*values) if len(values) == 2 else ""  # noqa: PLR2004  # two years


def _narratives(assessment: Assessment) -> Iterator[ita.Narrative]:
    for narrative in assessment.narratives.all():
        whole = narrative.number == Narrative.WHOLE
        if narrative.text.strip():
            yield ita.Narrative(
                indicator=None if whole else str(narrative.number), text=narrative.text
            )


def _key(assessment: Assessment) -> str:
    return str(assessment.fiscal_year)
