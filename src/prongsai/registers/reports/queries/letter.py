"""The covering memo of a report, its parts filled with counts and sourced law only."""

from collections.abc import Iterator, Sequence

from django.utils.timezone import localdate

from prongsai.foundations.approvals.statements import Parts
from prongsai.registers.measures.queries import plans
from prongsai.registers.reports.models import Override, Report
from prongsai.registers.reports.queries.addresses import Item, item_of
from prongsai.registers.reports.queries.contents import Content
from prongsai.registers.reports.queries.sentences import long_date, say
from prongsai.registers.reports.states import ReportKind

SHORT = 16
_LONGEST_TITLE = 290
_MOST_FINDINGS = 20


def memo_title(report: Report) -> str:
    """Return the subject line; a title that is too long is cut at its end."""
    return say("memo", "title", title=report.title)[:_LONGEST_TITLE]


def memo_parts(report: Report, content: Content, *, override: Override | None) -> Parts:
    """Return background, facts, law, considerations and closing."""
    return Parts(
        background=_background(report),
        facts="\n".join(_facts(report, content)),
        law=_law(item_of(report)),
        considerations="\n".join(_considerations(report, override)),
        closing=say("memo", "closing"),
    )


def _background(report: Report) -> str:
    year = report.fiscal_year
    if report.kind == ReportKind.ANALYSIS:
        return say("memo", "background_analysis", year=year)
    plan = plans.plan_of(year)
    number = "" if plan is None else plan.decision_number
    if not number:
        return say("memo", "background_unnumbered", year=year)
    kind = "plan" if report.kind == ReportKind.PLAN else "results"
    return say("memo", f"background_{kind}", year=year, number=number)


def _facts(report: Report, content: Content) -> Iterator[str]:
    year = str(report.fiscal_year)
    kind = report.kind if report.kind in {"analysis", "plan"} else "results"
    yield say(
        "memo",
        f"facts_{kind}",
        day=long_date(report.cut_off),
        scores=len(content.report.scores),
        figures=len(content.figures),
        evidence=len(content.evidence),
        **vars(content.tally)
        | (
            {"total": content.report.totals.get(year, "-")}
            if kind == "analysis"
            else {}
        ),
    )
    yield say("memo", "facts_digest", digest=report.digest[:SHORT])


def _law(item: Item | None) -> str:
    if item is None:
        return ""
    return say("memo", "law", year=item.year, item=item.code, name=item.name)


def _considerations(report: Report, override: Override | None) -> Iterator[str]:
    yield say("memo", "considerations", title=report.title)
    if override is None:
        return
    said = [str(finding["said"]) for finding in override.findings]
    yield say(
        "memo",
        "override",
        count=len(said),
        day=long_date(localdate(override.given_at)),
        reason=override.reason,
    )
    yield from _listed(said)


def _listed(findings: Sequence[str]) -> Iterator[str]:
    for number, finding in enumerate(findings[:_MOST_FINDINGS], 1):
        yield say("memo", "override_finding", number=number, finding=finding)
    left = len(findings) - _MOST_FINDINGS
    if left > 0:
        yield say("memo", "override_more", count=left)
