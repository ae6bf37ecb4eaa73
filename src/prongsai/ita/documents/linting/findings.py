"""What linting says: a ``Finding``, and the ``Place`` it is about."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from prongsai.ita.documents.linting.severities import Severity
from prongsai.ita.documents.model.report import Report, Source


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place in a report: a code with its sentence, and where it sorts.

    ``order`` compares places of one report: memo, title, scores, narratives, then
    the measures one by one. ``measure`` is the position of the measure it is in.
    """

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    order: tuple[int, ...] = ()
    measure: int | None = None


@dataclass(frozen=True, kw_only=True)
class Remark:
    """What a rule saw, before it is known which rule speaks.

    ``printed`` is the report's own text, ``expected`` what should stand there
    (empty when only a person can know).
    """

    where: Place
    printed: str = ""
    expected: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    source: Source = field(default_factory=Source)


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One fault: which rule, how serious, where, and the facts its sentence needs."""

    rule: str
    severity: Severity
    where: Place
    facts: Mapping[str, object]
    printed: str
    expected: str
    source: Source


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A check with its code; calling it yields what it finds in a report."""

    code: str
    severity: Severity
    check: Callable[[Report], Iterable[Remark]]

    def __call__(self, report: Report) -> Iterator[Finding]:
        """Yield a finding for each remark of the check."""
        for remark in self.check(report):
            yield Finding(
                rule=self.code,
                severity=self.severity,
                where=remark.where,
                facts=remark.facts,
                printed=remark.printed,
                expected=remark.expected,
                source=remark.source,
            )


def rule(
    code: str, severity: Severity
) -> Callable[[Callable[[Report], Iterable[Remark]]], Rule]:
    """Make a check a rule: ``@rule("total-differs", Severity.ERROR)``."""

    def make(check: Callable[[Report], Iterable[Remark]]) -> Rule:
        return Rule(code=code, severity=severity, check=check)

    return make
