"""What stands on the pages of the analysis: texts, their figures, what the rules find."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.ita.documents.linting.findings import Finding
from prongsai.ita.documents.linting.severities import Severity
from prongsai.registers.assessments.models.narratives import Narrative
from prongsai.registers.assessments.models.results import Assessment
from prongsai.registers.assessments.queries import narratives as queries
from prongsai.registers.assessments.queries.as_report import indicators_of
from prongsai.registers.assessments.staff_views.readings_page import finding_table
from prongsai.registers.assessments.staff_views.results_finding import (
    results_trail,
    year_tabs,
)
from prongsai.registers.assessments.states import AssessmentState
from prongsai.ui.writing import in_english


@dataclass(frozen=True, kw_only=True)
class Subject:
    """The whole or an indicator: its name, its points, what is said of it."""

    label: str
    points: str
    narrative: Narrative | None
    sentences: Sequence[queries.Sentence] = ()
    errors: int = 0
    others: int = 0

    @property
    def is_stale(self) -> bool:
        """Whether a sentence rests on a figure that has changed."""
        return any(sentence.is_stale for sentence in self.sentences)


def analysis_context(found: Assessment) -> dict[str, object]:
    """Return everything the list of analyses shows."""
    subjects = _subjects(found)
    return {
        "assessment": found,
        "subjects": subjects,
        "is_confirmed": found.state == AssessmentState.CONFIRMED,
        "missing": any(subject.narrative is None for subject in subjects),
        "stale": any(subject.is_stale for subject in subjects),
        "tabs": year_tabs(found, "narratives"),
        "trail": results_trail(
            (str(found), found.get_absolute_url()), (_("Analysis"), "")
        ),
    }


def narrative_context(narrative: Narrative) -> dict[str, object]:
    """Return everything the page of one text shows, but for its form."""
    found = narrative.assessment
    figures = queries.figures_of(found)
    draft = queries.draft_of(found, narrative.number, figures)
    findings = queries.findings_by_number(found).get(narrative.number, [])
    sentences = queries.sentences_of(narrative, figures)
    back = reverse("assessments:narratives", args=[found.pk])
    label = label_of(found, narrative.number)
    return {
        "narrative": narrative,
        "label": label,
        "sentences": sentences,
        "is_stale": any(sentence.is_stale for sentence in sentences),
        "draft": draft if draft and draft.text != narrative.text else None,
        "can_draft": found.state == AssessmentState.CONFIRMED,
        "findings": finding_table(_("What the rules find in this text"), findings)
        if findings
        else None,
        "back": back,
        "trail": results_trail(
            (str(found), found.get_absolute_url()), (_("Analysis"), back), (label, "")
        ),
    }


def label_of(found: Assessment, number: int) -> str:
    """Name a subject: the whole result, or the indicator with its number."""
    if number == Narrative.WHOLE:
        return _("The whole result")
    known = indicators_of(found.fiscal_year).get(number)
    if known is None:
        return _("Indicator %(number)s") % {"number": number}
    return f"{number}. {known.en if in_english() else known.th}"


def _subjects(found: Assessment) -> list[Subject]:
    there = {narrative.number: narrative for narrative in queries.of(found)}
    figures = queries.figures_of(found)
    findings = queries.findings_by_number(found)
    return [
        Subject(
            label=label_of(found, number),
            points=figures.get(queries.key_of(found, number), ""),
            narrative=there.get(number),
            sentences=queries.sentences_of(there[number], figures)
            if number in there
            else (),
            errors=_errors(findings.get(number, [])),
            others=len(findings.get(number, [])) - _errors(findings.get(number, [])),
        )
        for number in queries.subjects(found)
    ]


def _errors(findings: list[Finding]) -> int:
    return sum(finding.severity is Severity.ERROR for finding in findings)
