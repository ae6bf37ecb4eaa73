"""The points of the OIT a year may expect, from what is public now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from prongsai.foundations.frameworks import queries as frameworks
from prongsai.foundations.organisations import tenancy
from prongsai.ita.disclosure.grouping import is_known
from prongsai.ita.disclosure.prediction import ItemPoints, Prediction, predict
from prongsai.ita.frameworks.model import Confidence, Element, Framework
from prongsai.registers.disclosure.models import Check, Item, Year
from prongsai.registers.disclosure.queries import checks
from prongsai.registers.disclosure.queries.items import items_of
from prongsai.registers.disclosure.queries.years import framework_of
from prongsai.registers.disclosure.states import ItemState

_FAULTY = frozenset({ItemState.BROKEN, ItemState.MISSING})


@dataclass(frozen=True, kw_only=True)
class Line:
    """One item of the prediction: its points, its row, and what it still lacks.

    ``missing`` are the words of the elements; none of an incomplete item means that it
    only has to be published, or that something else is wrong with it. ``sure`` counts
    its elements by how sure they are.
    """

    points: ItemPoints
    item: Item
    missing: tuple[str, ...]
    errors: int
    sure: Mapping[Confidence, int]

    @property
    def is_ready(self) -> bool:
        """Whether nothing is wrong with it but that it is not public."""
        return not self.missing and not self.errors


@dataclass(frozen=True, kw_only=True)
class Predicted:
    """The prediction of a year with a line for every item, and the best steps first."""

    prediction: Prediction
    lines: tuple[Line, ...]
    steps: tuple[Line, ...]


def of_year(year: Year) -> Predicted:
    """Return the points to expect for a year, and which step gains most."""
    framework = framework_of(year)
    items = {item.code: item for item in items_of(year)}
    newest, public = checks.newest_of(year), _newest_public(year)
    exempt = _exempt(year)
    missing = {
        code: _missing(
            _elements(framework, code),
            newest.get(item.pk),
            exempt=exempt.get(item.pk, set()),
        )
        for code, item in items.items()
    }
    found = predict(
        framework,
        {code: _complete(item, public.get(item.pk)) for code, item in items.items()},
        grouping=known_grouping(before=framework.year),
        missing={code: len(keys) for code, keys in missing.items()},
    )
    lines = {
        points.code: Line(
            points=points,
            item=items[points.code],
            missing=tuple(missing[points.code]),
            errors=_errors(newest.get(items[points.code].pk)),
            sure=_sure(framework, points.code),
        )
        for points in found.items
        if points.code in items
    }
    return Predicted(
        prediction=found,
        lines=tuple(lines.values()),
        steps=tuple(lines[step.code] for step in found.steps if step.code in lines),
    )


def known_grouping(*, before: int) -> Framework | None:
    """Return the newest earlier framework whose grouping of items is known."""
    for year in reversed(frameworks.available()):
        if year < before and is_known(frameworks.load(year)):
            return frameworks.load(year)
    return None


def _complete(item: Item, public: Check | None) -> bool | None:
    """Whether the assessor finds everything; None for what is public and unchecked."""
    if item.published_id is None or item.state in _FAULTY:
        return False
    return None if public is None else public.is_complete


def _missing(
    elements: Sequence[Element], check: Check | None, *, exempt: set[str]
) -> list[str]:
    """Return the words of the elements that an item still lacks."""
    if check is None:
        return [one.th for one in elements if one.key not in exempt]
    met = {one["key"] for one in check.elements if one["met"] or not one["is_asked"]}
    return [one.th for one in elements if one.key not in met]


def _errors(check: Check | None) -> int:
    if check is None:
        return 0
    return sum(finding["severity"] == "error" for finding in check.findings)


def _sure(framework: Framework, code: str) -> dict[Confidence, int]:
    sure = [one.grounds.confidence for one in _elements(framework, code)]
    return {confidence: sure.count(confidence) for confidence in Confidence}


def _elements(framework: Framework, code: str) -> tuple[Element, ...]:
    asked = framework.item(code)
    return (asked.elements if asked else None) or ()


def _exempt(year: Year) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for pk, key in year.items.filter(exemptions__isnull=False).values_list(
        "pk", "exemptions__key"
    ):
        found.setdefault(pk, set()).add(key)
    return found


def _newest_public(year: Year) -> dict[int, Check]:
    """Return the newest check of the version that is public now, by the item."""
    rows = Check.objects.filter(
        organisation=tenancy.required(),
        item__year=year,
        of_version__isnull=False,
        of_version=checks.PUBLISHED,
    )
    return checks.newest_by_item(rows)
