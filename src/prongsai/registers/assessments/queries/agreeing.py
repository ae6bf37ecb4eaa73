"""Whether what was announced is what the year's rule comes to, and where it is not."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from prongsai.ita.errors import BadScores
from prongsai.ita.frameworks.model import Level
from prongsai.ita.scoring import score as scoring
from prongsai.ita.scoring.explanation import Step
from prongsai.ita.scoring.score import Result
from prongsai.ita.thai.text import fold
from prongsai.registers.assessments.models import Assessment
from prongsai.registers.assessments.queries import results as queries


class Verdict(StrEnum):
    """What comparing two values says."""

    SAME = "same"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """The announced values beside the computed ones.

    ``by_items`` are the library's steps from item scores that come to other points
    than an announced OIT indicator; empty where the items are not all known.
    """

    computed: Result | None
    total: Verdict
    level: Verdict
    by_items: tuple[Step, ...]

    @property
    def differs(self) -> bool:
        """Whether anything announced is not what the rule gives."""
        return Verdict.DIFFERS in {self.total, self.level} or bool(self.by_items)


def agreement(assessment: Assessment) -> Agreement:
    """Compare what was announced for a year with what its indicators come to."""
    result = queries.computed(assessment)
    return Agreement(
        computed=result,
        total=_same_total(assessment.announced_total, result),
        level=_same_level(assessment.announced_level, result),
        by_items=_by_items(assessment, result),
    )


def level_named(words: str, levels: tuple[Level, ...]) -> Level | None:
    """Return the level that an announcement names, in either language."""
    named = fold(words)
    return next(
        (
            level
            for level in levels
            if named in {fold(level.th), fold(level.en), fold(level.code)}
        ),
        None,
    )


def _same_total(announced: Decimal | None, result: Result | None) -> Verdict:
    if announced is None or result is None:
        return Verdict.UNKNOWN
    return Verdict.SAME if announced == result.total else Verdict.DIFFERS


def _same_level(announced: str, result: Result | None) -> Verdict:
    if not announced or result is None:
        return Verdict.UNKNOWN
    named = level_named(announced, result.framework.levels)
    return Verdict.SAME if named is result.level else Verdict.DIFFERS


def _by_items(assessment: Assessment, result: Result | None) -> tuple[Step, ...]:
    """Score the OIT from its items, where all are known and the year groups them."""
    items = {
        code: points
        for code, points in queries.items_of(assessment).items()
        if code.startswith("o")
    }
    if result is None or not items:
        return ()
    try:
        points = tuple(result.points.values())
        found = scoring.score(result.framework, points, items)
    except BadScores:
        return ()
    return tuple(s for s in found.explanation if s.code.endswith(".items-differ"))
