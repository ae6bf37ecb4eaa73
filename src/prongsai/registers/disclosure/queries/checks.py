"""What the self-check says of an item: the checks that were kept, and in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Max, Q, QuerySet
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import pgettext_lazy

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications.models import Version
from prongsai.ita.disclosure import sentences
from prongsai.ita.disclosure.checking import check
from prongsai.ita.disclosure.codec import from_json
from prongsai.ita.disclosure.model import (
    Checked,
    ElementCheck,
    Finding,
    Severity,
    Shown,
)
from prongsai.ita.frameworks.model import Confidence
from prongsai.ita.words.catalogue import Language
from prongsai.registers.disclosure.models import Check, Item, Year
from prongsai.registers.disclosure.queries import showing
from prongsai.registers.disclosure.queries.years import framework_of
from prongsai.registers.disclosure.states import ItemState
from prongsai.ui.tables import Tone
from prongsai.ui.writing import in_english

__all__ = [
    "Said",
    "checked_draft",
    "checked_version",
    "elements_of",
    "framework_of",
    "newest",
    "newest_of",
    "panel",
    "said",
]

SEVERITY_TONES: dict[Severity, Tone] = {
    Severity.ERROR: "bad",
    Severity.WARNING: "warn",
    Severity.NOTICE: "info",
}
SEVERITY_WORDS: dict[Severity, Promise] = {
    Severity.ERROR: pgettext_lazy("finding", "Error"),
    Severity.WARNING: pgettext_lazy("finding", "Doubt"),
    Severity.NOTICE: pgettext_lazy("finding", "Advice"),
}
CONFIDENCE_WORDS: dict[Confidence, Promise] = {
    Confidence.CONFIRMED: pgettext_lazy("confidence", "Confirmed"),
    Confidence.ONE_SOURCE: pgettext_lazy("confidence", "One source"),
    Confidence.INFERRED: pgettext_lazy("confidence", "Check against the manual"),
}
CONFIDENCE_TONES: dict[Confidence, Tone] = {
    Confidence.CONFIRMED: "ok",
    Confidence.ONE_SOURCE: "info",
    Confidence.INFERRED: "warn",
}
PUBLISHED = F("item__published")
"""The version that is public now, seen from a check of an item."""

_PREPARED = frozenset({ItemState.MISSING, ItemState.DRAFT, ItemState.WAITING})


@dataclass(frozen=True, kw_only=True)
class Said:
    """One finding in words: how serious, where, and what to do."""

    code: str
    key: str
    severity: Severity
    where: str
    text: str

    @property
    def tone(self) -> Tone:
        """The tone of its badge."""
        return SEVERITY_TONES[self.severity]

    @property
    def word(self) -> str:
        """How serious it is, in a word."""
        return str(SEVERITY_WORDS[self.severity])


@dataclass(frozen=True, kw_only=True)
class ElementLine:
    """One required element as the page of an item lists it.

    ``parts`` are the numbers of the parts that answer it, ``by`` their headings.
    """

    key: str
    text: str
    met: bool
    is_asked: bool
    confidence: Confidence
    parts: tuple[int, ...]
    by: str
    reasons: tuple[Said, ...]

    @property
    def confidence_word(self) -> str:
        """How sure it is that the year asks for it, in words."""
        return str(CONFIDENCE_WORDS[self.confidence])

    @property
    def confidence_tone(self) -> Tone:
        """The tone of that word."""
        return CONFIDENCE_TONES[self.confidence]

    @property
    def word(self) -> str:
        """Whether it is there, in a word."""
        return str(_STATES[self._state][0])

    @property
    def tone(self) -> Tone:
        """The tone of that word."""
        return _STATES[self._state][1]

    @property
    def _state(self) -> str:
        if not self.is_asked:
            return "exempt"
        return "met" if self.met else "missing"


_STATES: dict[str, tuple[Promise, Tone]] = {
    "met": (pgettext_lazy("element", "Shown"), "ok"),
    "missing": (pgettext_lazy("element", "Not met"), "bad"),
    "exempt": (pgettext_lazy("element", "Not asked of us"), "plain"),
}


def of_item(item: Item) -> QuerySet[Check]:
    """Return every check of an item, the newest first."""
    rows = Check.objects.filter(organisation=tenancy.required(), item=item)
    return rows.order_by("-checked_at", "-pk")


def newest(item: Item) -> Check | None:
    """Return the newest check that counts: of the draft, or of what is public."""
    return of_item(item).filter(_counting(item)).first()


def newest_of_public(item: Item) -> Check | None:
    """Return the newest check of what is public of an item now."""
    return of_item(item).filter(of_version=item.published_id or 0).first()


def newest_of(year: Year) -> dict[int, Check]:
    """Return the newest check that counts of every item of a year, by the item."""
    rows = Check.objects.filter(organisation=tenancy.required(), item__year=year)
    is_draft = Q(item__state__in=_PREPARED)
    return newest_by_item(
        rows.filter(
            is_draft & Q(of_version__isnull=True) | ~is_draft & Q(of_version=PUBLISHED)
        )
    )


def newest_by_item(rows: QuerySet[Check]) -> dict[int, Check]:
    """Return the newest of some checks for each item they are of."""
    keys = rows.order_by().values("item").annotate(newest=Max("pk")).values("newest")
    return {row.item_id: row for row in Check.objects.filter(pk__in=keys)}


def checked_draft(item: Item, *, on: date) -> Checked:
    """Return what the library says of the draft of an item on a day."""
    return checked(item, showing.shown(item, on=on), on=on)


def checked_version(item: Item, version: Version, *, on: date) -> Checked:
    """Return what the library says of what is public of an item."""
    return checked(item, showing.shown_version(version), on=on)


def checked(item: Item, shown: Shown, *, on: date) -> Checked:
    """Return what the library says of what is shown for an item on a day.

    An item that its framework does not list any more has nothing to show.
    """
    framework = framework_of(item.year)
    asked = framework.item(item.code)
    if asked is None:
        return Checked(elements=(), findings=(), is_complete=True)
    exempt = frozenset(item.exemptions.values_list("key", flat=True))
    return check(framework, asked, shown, on=on, exempt=exempt)


def only_in_draft(public: Checked, draft: Checked) -> list[Finding]:
    """Return what the draft shows by now and the public page does not, as advice."""
    shown = {element.key for element in draft.elements if element.met}
    return [
        Finding(
            code="disclosure.newer-data",
            severity=Severity.NOTICE,
            key=element.key,
            facts={"element": element.th},
        )
        for element in public.missing
        if element.key in shown
    ]


def elements_of(item: Item, *, on: date | None = None) -> list[ElementLine]:
    """Return each required element of an item as its draft stands on a day."""
    on = on or localdate()
    shown = showing.shown(item, on=on)
    return lines_of(checked(item, shown, on=on), shown)


def lines_of(found: Checked, shown: Shown) -> list[ElementLine]:
    """Return the elements of a check in words."""
    return [_line(element, shown) for element in found.elements]


def findings_of(kept: Check) -> list[Finding]:
    """Return the findings of a check that was kept."""
    return [from_json(finding) for finding in kept.findings]


def said(finding: Finding, language: Language) -> str:
    """Return what a finding says, in one sentence."""
    return sentences.sentence(finding, language)


def in_words(findings: Iterable[Finding]) -> list[Said]:
    """Return findings in the language of the reader, the worst first."""
    order = list(Severity)
    language: Language = "en" if in_english() else "th"
    return [
        Said(
            code=finding.code,
            key=finding.key,
            severity=finding.severity,
            where=sentences.where(finding.place, language),
            text=sentences.sentence(finding, language),
        )
        for finding in sorted(findings, key=lambda one: order.index(one.severity))
    ]


def panel(item: Item, *, on: date | None = None) -> dict[str, object]:
    """Return what the page of an item shows of the self-check of its draft."""
    on = on or localdate()
    shown = showing.shown(item, on=on)
    found = checked(item, shown, on=on)
    lines = lines_of(found, shown)
    asked = [line for line in lines if line.is_asked]
    unsure = [line for line in lines if line.confidence is Confidence.INFERRED]
    return {
        "lines": lines,
        "met_count": sum(line.met for line in asked),
        "asked_count": len(asked),
        "selfcheck": {
            "is_complete": found.is_complete,
            "findings": [one for one in in_words(found.findings) if not one.key],
            "unanswered": sum(bool(finding.key) for finding in found.findings),
            "to_confirm": len(unsure),
            "unread": showing.unread(item=item.pk),
            "last": newest(item),
        },
    }


def _counting(item: Item) -> Q:
    if item.state in _PREPARED or item.published_id is None:
        return Q(of_version__isnull=True)
    return Q(of_version=item.published_id)


def _line(element: ElementCheck, shown: Shown) -> ElementLine:
    language: Language = "en" if in_english() else "th"
    titles = [sentences.pick(shown.parts[n - 1].title, language) for n in element.parts]
    return ElementLine(
        key=element.key,
        text=element.th,
        met=element.met,
        is_asked=element.is_asked,
        confidence=element.confidence,
        parts=element.parts,
        by=", ".join(_named(element.parts, titles)),
        reasons=tuple(in_words(element.findings)),
    )


def _named(parts: Sequence[int], titles: Sequence[str]) -> list[str]:
    return [title or f"#{n}" for n, title in zip(parts, titles, strict=True)]
