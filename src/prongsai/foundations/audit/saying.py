"""What a verification found, in sentences of either language."""

from collections.abc import Mapping

from prongsai.foundations.audit.verifying import Report
from prongsai.ita.words.catalogue import Language, say


def say_problem(problem: Mapping[str, object], language: Language) -> str:
    """Say what is wrong with which line; ``problem`` is a ``Problem`` as a dictionary."""
    code = f"audit.damage.{problem['damage']}"
    return say(code, language, **{k: v for k, v in problem.items() if k != "damage"})


def say_outcome(report: Report, language: Language, *, office: str) -> str:
    """Say in one line how an office's chain is."""
    code = "audit.intact" if report.is_intact else "audit.damaged"
    return say(
        code,
        language,
        office=office,
        lines=report.lines,
        number=report.number,
        digest=report.digest,
        problems=len(report.problems) + report.untold,
    )
