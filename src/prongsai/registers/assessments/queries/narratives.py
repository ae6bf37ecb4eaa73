"""What is said of each indicator: its figures, its draft, what the rules find in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.models import User
from prongsai.ita.documents.linting.findings import Finding
from prongsai.ita.documents.linting.lint import lint
from prongsai.ita.documents.reading.meaning.narratives import DRAFT
from prongsai.ita.documents.rendering import drafts
from prongsai.ita.documents.rendering.wording import Wording
from prongsai.registers.assessments.models.narratives import Narrative
from prongsai.registers.assessments.models.results import Assessment
from prongsai.registers.assessments.queries import results
from prongsai.registers.assessments.queries.as_report import printed, report_of

WORDING = Wording()
"""Official Thai with Thai digits, whatever language the page speaks."""

_WHOLE = "total"
_OF_WHOLE = {"place.narrative-whole"}
_OF_ONE = "place.narrative"


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A number a sentence was drafted from: its key, what it was then and is now."""

    key: str
    drafted: str
    now: str

    @property
    def name(self) -> str:
        """What the number is of, and of which year, in words."""
        year, _dot, of = self.key.partition(".")
        total, one = _("total of %(year)s"), _("indicator %(of)s of %(year)s")
        words = total if of == _WHOLE else one
        return words % {"year": year, "of": of}

    @property
    def is_changed(self) -> bool:
        """Whether the number is another one since the sentence was drafted."""
        return self.drafted != self.now


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A drafted sentence that still stands in the text, with its figures."""

    text: str
    figures: tuple[Figure, ...]

    @property
    def is_stale(self) -> bool:
        """Whether it rests on a number that has changed."""
        return any(figure.is_changed for figure in self.figures)


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A text made from figures only, and the sentences it is made of."""

    text: str
    sentences: tuple[Mapping[str, object], ...]


def visible_to(user: User) -> QuerySet[Narrative]:
    """Return the analyses of a person's office."""
    return Narrative.objects.filter(organisation=user.organisation_id).select_related(
        "assessment__organisation", "drafted_by", "edited_by"
    )


def of(assessment: Assessment) -> list[Narrative]:
    """Return the analyses of a result: the whole first, then each indicator."""
    return list(assessment.narratives.select_related("drafted_by", "edited_by"))


def subjects(assessment: Assessment) -> list[int]:
    """Return what a result can be analysed by: the whole, then its indicators."""
    found = list(results.points_of(assessment))
    whole = [Narrative.WHOLE] if assessment.announced_total is not None else []
    return [*whole, *found]


def figures_of(assessment: Assessment) -> dict[str, str]:
    """Return every figure a sentence may rest on: ``2568.6``, ``2567.total``."""
    before = results.earlier_than(assessment)
    found: dict[str, str] = {}
    for each in (before, assessment):
        if each is not None:
            found |= _figures(each)
    return found


def _figures(assessment: Assessment) -> dict[str, str]:
    values: dict[str, Decimal] = {
        str(n): points for n, points in results.points_of(assessment).items()
    }
    if assessment.announced_total is not None:
        values[_WHOLE] = assessment.announced_total
    return {f"{assessment.fiscal_year}.{of}": printed(v) for of, v in values.items()}


def key_of(assessment: Assessment, number: int, *, before: int = 0) -> str:
    """Return the key of a subject's figure, of this year or ``before`` years ago."""
    name = _WHOLE if number == Narrative.WHOLE else str(number)
    return f"{assessment.fiscal_year - before}.{name}"


def draft_of(
    assessment: Assessment, number: int, figures: Mapping[str, str]
) -> Draft | None:
    """Return a new draft about an indicator, or the whole; None without its points."""
    now = str(assessment.fiscal_year)
    known = {
        str(assessment.fiscal_year - before): key_of(assessment, number, before=before)
        for before in (1, 0)
    }
    keys = {year: key for year, key in known.items() if key in figures}
    years = {year: figures[key] for year, key in keys.items()}
    text = drafts.draft(years, WORDING, whole=number == Narrative.WHOLE)
    if text is None or now not in keys:
        return None
    gap = _gap(Decimal(years[now]))
    if not gap:
        return Draft(
            text=text, sentences=(_sentence(text, list(keys.values()), figures),)
        )
    first = text.removesuffix(gap).rstrip()
    return Draft(
        text=text,
        sentences=(
            _sentence(first, list(keys.values()), figures),
            _sentence(gap, [keys[now]], figures),
        ),
    )


def adopted(text: str) -> str:
    """Return a text without the mark that says it is nobody's yet."""
    for mark in DRAFT:
        text = text.removeprefix(mark)
    return text.strip()


def sentences_of(
    narrative: Narrative, figures: Mapping[str, str]
) -> tuple[Sentence, ...]:
    """Return the drafted sentences that stand in the text, with their figures now."""
    return tuple(
        Sentence(
            text=kept["text"],
            figures=tuple(
                Figure(key=key, drafted=was, now=figures.get(key, ""))
                for key, was in kept["figures"].items()
            ),
        )
        for kept in narrative.sentences
    )


def findings_by_number(assessment: Assessment) -> dict[int, list[Finding]]:
    """Return what the library's rules find in each analysis, by its number."""
    found: dict[int, list[Finding]] = {}
    for finding in lint(report_of(assessment)):
        number = _number(finding)
        if number is not None:
            found.setdefault(number, []).append(finding)
    return found


def _number(finding: Finding) -> int | None:
    if finding.where.code in _OF_WHOLE:
        return Narrative.WHOLE
    if finding.where.code == _OF_ONE:
        return int(str(finding.where.facts["indicator"]))
    return None


def _gap(points: Decimal) -> str:
    """The sentence the library ends a draft with where points are missing."""
    if not (gap := drafts.FULL - points):
        return ""
    return WORDING.say(
        "draft.gap", gap=WORDING.number(gap), full=WORDING.number(drafts.FULL)
    )


def _sentence(
    text: str, keys: Sequence[str], figures: Mapping[str, str]
) -> Mapping[str, object]:
    return {"text": text, "figures": {key: figures[key] for key in keys}}
