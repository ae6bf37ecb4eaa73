"""The analysis of a result: drafted from figures, completed and answered for by people."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.records.versions import advance, check_version
from prongsai.ita.errors import ItaError
from prongsai.registers.assessments import permissions
from prongsai.registers.assessments.models.narratives import Narrative
from prongsai.registers.assessments.models.results import Assessment
from prongsai.registers.assessments.queries import narratives as queries
from prongsai.registers.assessments.states import AssessmentState


class ResultNotConfirmed(ItaError):
    """An analysis rests on a confirmed result: ``year``."""

    code = "assessments.analysis-not-confirmed"


class NothingToDraft(ItaError):
    """There are no points to write about: ``number``."""

    code = "assessments.analysis-no-points"


class NoText(ItaError):
    """An analysis without a word in it is none."""

    code = "assessments.analysis-empty"


@transaction.atomic
def draft_all(assessment: Assessment, *, by: User, at: datetime) -> list[Narrative]:
    """Draft what nobody has edited yet from the figures; an edited text stays as it is."""
    assessment = Assessment.objects.select_for_update().get(pk=assessment.pk)
    _must_write(by, at)
    _must_be_confirmed(assessment)
    there = {row.number: row for row in assessment.narratives.all()}
    figures = queries.figures_of(assessment)
    written = []
    for number in queries.subjects(assessment):
        narrative = there.get(number)
        draft = queries.draft_of(assessment, number, figures)
        is_edited = narrative is not None and narrative.edited_at is not None
        if draft is None or is_edited or (narrative and narrative.text == draft.text):
            continue
        narrative = narrative or _fresh(assessment, number)
        written.append(_write(narrative, draft, by=by, at=at))
    audit.record(
        "assessments.analysis-drafted", on=assessment, by=by, at=at, count=len(written)
    )
    return written


@transaction.atomic
def draft_again(
    narrative: Narrative, *, version: int, by: User, at: datetime
) -> Narrative:
    """Put a new draft in the place of a text, because a person asks for it."""
    narrative = _locked(narrative)
    _must_write(by, at)
    _must_be_confirmed(narrative.assessment)
    check_version(narrative, version)
    figures = queries.figures_of(narrative.assessment)
    draft = queries.draft_of(narrative.assessment, narrative.number, figures)
    if draft is None:
        raise NothingToDraft(number=narrative.number)
    advance(narrative)
    _write(narrative, draft, by=by, at=at)
    audit.record("assessments.analysis-drafted-again", on=narrative, by=by, at=at)
    return narrative


@transaction.atomic
def edit(
    narrative: Narrative, text: str, *, version: int, by: User, at: datetime
) -> Narrative:
    """Keep what a person wrote; drafted sentences that still stand keep their figures."""
    narrative = _locked(narrative)
    _must_write(by, at)
    check_version(narrative, version)
    if not text.strip():
        raise NoText
    narrative.text = text.strip()
    narrative.sentences = [
        kept for kept in narrative.sentences if _stands(kept["text"], narrative.text)
    ]
    narrative.edited_at, narrative.edited_by = at, by
    advance(narrative)
    narrative.save(
        update_fields=["text", "sentences", "edited_at", "edited_by", "version"]
    )
    audit.record("assessments.analysis-edited", on=narrative, by=by, at=at)
    return narrative


def _stands(sentence: str, text: str) -> bool:
    """Whether a drafted sentence is still there, with or without the mark of a draft."""
    return queries.adopted(sentence) in text


def _must_write(by: User, at: datetime) -> None:
    if not permissions.can_write(by, localdate(at)):
        raise PermissionDenied


def _must_be_confirmed(assessment: Assessment) -> None:
    if assessment.state != AssessmentState.CONFIRMED:
        raise ResultNotConfirmed(year=assessment.fiscal_year)


def _locked(narrative: Narrative) -> Narrative:
    return Narrative.objects.select_for_update(of=("self",)).get(pk=narrative.pk)


def _fresh(assessment: Assessment, number: int) -> Narrative:
    return Narrative(
        organisation_id=assessment.organisation_id,
        assessment=assessment,
        number=number,
    )


def _write(
    narrative: Narrative, draft: queries.Draft, *, by: User, at: datetime
) -> Narrative:
    narrative.text, narrative.sentences = draft.text, list(draft.sentences)
    narrative.drafted_at, narrative.drafted_by = at, by
    narrative.edited_at = narrative.edited_by = None
    narrative.save()
    return narrative
