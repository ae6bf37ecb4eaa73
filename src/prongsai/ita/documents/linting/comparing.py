"""Comparing texts: when two are the same, and when two measures are related."""

from difflib import SequenceMatcher

from prongsai.ita.documents.model.report import Measure
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import fold

_ALIKE = 0.6


def same(text: str) -> str:
    """Return what two texts share when they differ in spaces, digits' script or marks.

    >>> same("จำนวน ๒  ครั้ง") == same("จำนวน 2ครั้ง")
    True
    """
    return to_arabic(fold(text))


def are_related(one: Measure, other: Measure) -> bool:
    """Whether two measures belong together, so that one outcome may serve both.

    They do under one aspect, one indicator, one row, one parent number, or with
    titles that are nearly the same.
    """
    if one.aspect and other.aspect and one.aspect.number == other.aspect.number:
        return True
    if one.indicator and one.indicator == other.indicator:
        return True
    if _parent(one) and _parent(one) == _parent(other):
        return True
    return share_a_row(one, other) or _alike(one.title, other.title)


def share_a_row(one: Measure, other: Measure) -> bool:
    """Whether two measures stand in one row of the table.

    Where a source knows only its page, the same list of steps tells.
    """
    if one.source.lines or other.source.lines:
        return bool(set(one.source.lines) & set(other.source.lines))
    return bool(one.steps) and one.steps == other.steps


def _parent(measure: Measure) -> str:
    return measure.ref.rpartition(".")[0]


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, same(one), same(other), autojunk=False)
    return matcher.ratio() >= _ALIKE
