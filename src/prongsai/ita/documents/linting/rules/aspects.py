"""The rule about the seven aspects (ประเด็น) that measures must cover."""

from collections.abc import Iterator

from prongsai.ita.documents.linting import where
from prongsai.ita.documents.linting.comparing import same
from prongsai.ita.documents.linting.findings import Remark, rule
from prongsai.ita.documents.linting.passages import points
from prongsai.ita.documents.linting.severities import Severity
from prongsai.ita.documents.linting.vocabulary import words
from prongsai.ita.documents.linting.years import framework_of
from prongsai.ita.documents.model.report import Kind, Measure, Report
from prongsai.ita.frameworks.model import Aspect
from prongsai.ita.thai.text import clean, join_thai

_FEW = 3


@rule("missing-aspect", Severity.WARNING)
def aspect_has_no_measure(report: Report) -> Iterator[Remark]:
    """Each of the seven aspects has a measure, in the years that ask for them."""
    framework = framework_of(report.fiscal_year)
    if framework is None or not framework.aspects:
        return
    is_result = report.kind is Kind.MEASURES_RESULT
    headed = [measure for measure in report.measures if measure.aspect]
    if len(report.measures) < _FEW or not (headed or is_result):
        return  # a plan is ordered by indicators; a fragment proves nothing
    for aspect in framework.aspects:
        covered = (
            _is_headed(aspect, headed)
            if headed
            else _is_signed(aspect, report.measures)
        )
        if not covered:
            facts = {"number": aspect.number, "aspect": aspect.th}
            yield Remark(where=where.report(), expected=aspect.th, facts=facts)


def _is_headed(aspect: Aspect, measures: list[Measure]) -> bool:
    return any(
        measure.aspect
        and (
            measure.aspect.number == str(aspect.number)
            or same(measure.aspect.title) == same(aspect.th)
        )
        for measure in measures
    )


def _is_signed(aspect: Aspect, measures: tuple[Measure, ...]) -> bool:
    signs = words(f"aspect-{aspect.number}")
    return any(
        sign in text
        for measure in measures
        for text in _said(measure)
        for sign in signs
    )


def _said(measure: Measure) -> Iterator[str]:
    texts = [measure.title, *(point.item.text for point in points(measure.steps))]
    for text in texts:
        yield join_thai(clean(text)).casefold()
