"""What the library finds wrong with a report, each finding with its place on the page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from prongsai.ita.documents.linting.findings import Finding, Place
from prongsai.ita.documents.linting.lint import lint, message, place_name
from prongsai.ita.documents.linting.severities import Severity
from prongsai.ita.documents.model.report import Narrative
from prongsai.ita.words.catalogue import Language
from prongsai.registers.reports.models import Override, Report
from prongsai.registers.reports.queries.contents import Content
from prongsai.registers.reports.queries.texts import CLOSING, INTRODUCTION
from prongsai.ui.tables import Tone
from prongsai.ui.writing import in_english

TONES: dict[Severity, Tone] = {
    Severity.ERROR: "bad",
    Severity.WARNING: "warn",
    Severity.INFO: "info",
}
WORDS: dict[Severity, Promise] = {
    Severity.ERROR: pgettext_lazy("finding", "Error"),
    Severity.WARNING: pgettext_lazy("finding", "Doubt"),
    Severity.INFO: pgettext_lazy("finding", "Advice"),
}
_PARTS = ("output", "outcome")
_NARRATIVES, _MEASURES = 3, 4
"""Where the library sorts narratives and measures among the places of a report."""


@dataclass(frozen=True, kw_only=True)
class Flaw:
    """One finding as the page lists it; ``anchor`` is where it stands in the preview."""

    rule: str
    severity: Severity
    place: str
    printed: str
    where: str
    said: str
    anchor: str

    @property
    def tone(self) -> Tone:
        """The tone of its badge."""
        return TONES[self.severity]

    @property
    def word(self) -> str:
        """How serious it is, in a word."""
        return str(WORDS[self.severity])

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it the same finding as another: rule, place and printed text."""
        return self.rule, self.place, self.printed


def flaws_of(content: Content) -> list[Flaw]:
    """Return what is wrong with a report, in the order a reader meets it.

    The texts around the tables are checked too: the library hears them as narratives.
    """
    language: Language = "en" if in_english() else "th"
    around = (content.introduction, content.closing)
    spoken = tuple(Narrative(indicator=None, text=text) for text in around)
    said = content.report.narratives
    whole = replace(content.report, narratives=(*said, *spoken))
    return [
        Flaw(
            rule=finding.rule,
            severity=finding.severity,
            place=_place(finding.where, content),
            printed=finding.printed,
            where=place_name(finding.where, language),
            said=message(finding, language),
            anchor=_anchor(finding, content),
        )
        for finding in lint(whole)
    ]


def errors_in(flaws: Sequence[Flaw]) -> list[Flaw]:
    """Return the findings that keep a report from being submitted."""
    return [flaw for flaw in flaws if flaw.severity is Severity.ERROR]


def worst_first(flaws: Sequence[Flaw]) -> list[Flaw]:
    """Return findings with the errors on top, each group as a reader meets it."""
    order = list(TONES)
    return sorted(flaws, key=lambda flaw: order.index(flaw.severity))


def override_for(report: Report, errors: Sequence[Flaw]) -> Override | None:
    """Return the newest override, if it was given for exactly these errors."""
    newest = Override.objects.filter(report=report).order_by("-pk").first()
    if newest is None or not errors:
        return None
    given = {(f["rule"], f["place"], f["printed"]) for f in newest.findings}
    return newest if given == {flaw.key for flaw in errors} else None


def as_findings(errors: Sequence[Flaw]) -> list[dict[str, str]]:
    """Return errors as an override keeps them."""
    return [
        {
            "rule": flaw.rule,
            "place": flaw.place,
            "printed": flaw.printed,
            "said": f"{flaw.where}: {flaw.said}",
        }
        for flaw in errors
    ]


def _place(where: Place, content: Content) -> str:
    """Name a place so that it stays the same when other measures come or go."""
    facts = ",".join(f"{key}={value}" for key, value in sorted(where.facts.items()))
    owner = "" if where.measure is None else content.places[where.measure]
    return " ".join(filter(None, (where.code, owner, facts)))


def _anchor(finding: Finding, content: Content) -> str:
    where = finding.where
    if where.measure is not None:
        place = content.places[where.measure]
        part = where.code.removeprefix("place.measure-").removesuffix("-item")
        return f"{place}.{part}" if part in _PARTS else place
    if where.order[:1] == (_NARRATIVES,):
        return _narrative(where.order[1], content)
    return "scores" if where.order[:1] == (_MEASURES - 2,) else "top"


def _narrative(position: int, content: Content) -> str:
    own = len(content.report.narratives)
    if position < own:
        return f"narrative.{position}"
    return INTRODUCTION if position == own else CLOSING
