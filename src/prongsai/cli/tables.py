"""Reports, scores and findings as tables on a terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from prongsai.ita.documents.linting.findings import Finding
from prongsai.ita.documents.linting.lint import message, place_name
from prongsai.ita.documents.linting.severities import Severity
from prongsai.ita.documents.model.report import Item, Report
from prongsai.ita.scoring.score import Result
from prongsai.ita.scoring.simulate import Simulation
from prongsai.ita.words.catalogue import Language, say

_LOOK = {
    Severity.ERROR: ("✗", "bold red"),
    Severity.WARNING: ("!", "yellow"),
    Severity.INFO: ("i", "cyan"),
}


def table_of(title: str, columns: Sequence[str], language: Language) -> Table:
    """Return an empty table whose heads are sentences of the catalogue."""
    table = Table(title=title, title_justify="left", show_lines=False)
    for name in columns:
        table.add_column(say(f"cli.{name}", language), overflow="fold")
    return table


def print_report(console: Console, report: Report, language: Language) -> None:
    """Show what was read: head, scores, measures, and what had no place."""
    console.print(escape(report.title), style="bold")
    office = report.organisation
    if office:
        seat = " ".join(filter(None, (office.district, office.province)))
        console.print(escape(f"{office.type}{office.name} {seat}"))
    console.print(
        say("cli.kind-of", language, kind=say(f"cli.kind-{report.kind}", language))
    )
    if report.scores:
        print_scores(console, report, language)
    if report.measures:
        print_measures(console, report, language)
    for notice in report.warnings:
        where = ", ".join(map(str, notice.source.lines)) or notice.source.page or ""
        sentence = say(f"reading.notice.{notice.code}", language)
        console.print(
            f"[yellow]{escape(str(where)):>6}[/] {escape(sentence)} {escape(notice.text)}"
        )


def print_scores(console: Console, report: Report, language: Language) -> None:
    """Show the printed scores of all years, the totals and the levels."""
    years = sorted({y for score in report.scores for y in score.years})
    table = table_of(
        say("cli.scores", language), ("instrument", "indicator", "name"), language
    )
    for year in years:
        table.add_column(year, justify="right")
    table.add_column(say("cli.change", language))
    for score in report.scores:
        values = [score.years.get(year, "") for year in years]
        table.add_row(
            score.instrument, score.indicator, score.name, *values, score.change
        )
    for name, printed in (("total", report.totals), ("level", report.levels)):
        values = [printed.get(year, "") for year in years]
        change = getattr(report.changes, name, "")
        table.add_row("", "", say(f"cli.{name}", language), *values, change)
    console.print(table)


def print_measures(console: Console, report: Report, language: Language) -> None:
    """Show each measure with how much is said of it."""
    table = table_of(
        say("cli.measures", language),
        ("ref", "measure", "steps", "period", "responsible", "outputs", "outcomes"),
        language,
    )
    for measure in report.measures:
        table.add_row(
            measure.ref,
            escape(measure.title),
            _count(measure.steps),
            escape(measure.period.text) if measure.period else "",
            escape(", ".join(measure.responsible)),
            _count(measure.outputs),
            _count(measure.outcomes),
        )
    console.print(table)


def _count(items: Sequence[Item]) -> str:
    return str(len(items) + sum(len(item.items) for item in items))


def print_findings(
    console: Console, findings: Sequence[Finding], language: Language
) -> None:
    """Show findings in the order of the report, each with its sentence."""
    if not findings:
        console.print(say("cli.no-findings", language), style="green")
        return
    table = table_of(
        say("cli.findings", language, count=len(findings)),
        ("severity", "where", "message", "line"),
        language,
    )
    for finding in findings:
        sign, style = _LOOK[finding.severity]
        lines = ", ".join(map(str, finding.source.lines)) or finding.source.page or ""
        name = say(f"cli.{finding.severity}", language)
        table.add_row(
            f"[{style}]{sign} {name}[/]",
            escape(place_name(finding.where, language)),
            escape(message(finding, language)),
            str(lines),
        )
    console.print(table)


def print_result(console: Console, result: Result, language: Language) -> None:
    """Show instruments, total and level, then every step of the way."""
    table = table_of(
        say("cli.result-of", language, year=result.framework.year),
        ("instrument", "points"),
        language,
    )
    for code, mean in result.instruments.items():
        table.add_row(code.value, str(mean))
    level = result.level.en if language == "en" else result.level.th
    table.add_row(say("cli.total", language), str(result.total), style="bold")
    table.add_row(say("cli.level", language), level, style="bold")
    console.print(table)
    for made in result.explanation:
        console.print(f"· {escape(made.sentence(language))}")


def print_simulation(console: Console, found: Simulation, language: Language) -> None:
    """Show the points lost and the ways to the next level, cheapest first."""
    print_result(console, found.before, language)
    table = table_of(
        say("cli.lost", language), ("indicator", "points", "lost-in-total"), language
    )
    for gap in found.gaps:
        if gap.lost:
            table.add_row(str(gap.indicator), str(gap.value), f"{float(gap.lost):.3f}")
    console.print(table)
    for made in found.explanation:
        console.print(f"· {escape(made.sentence(language))}")
    for number, plan in enumerate(found.plans, start=1):
        cost = say("cli.plan", language, number=number, points=plan.cost)
        console.print(escape(cost), style="bold")
        for change in plan.changes:
            console.print(f"  {escape(change.step.sentence(language))}")
        console.print(f"  {escape(plan.step.sentence(language))}")
    for item in found.by_items or ():
        console.print(f"  {escape(item.step.sentence(language))}")
