"""``prongsai inspect``: the main job on one report, from its file to its documents."""

from pathlib import Path

import click
from rich.console import Console

from prongsai.cli.input import open_report
from prongsai.cli.rendering import write_whole
from prongsai.cli.speech import screen, speaking
from prongsai.cli.tables import print_findings, print_report, print_result
from prongsai.ita.documents.linting.lint import lint
from prongsai.ita.documents.model.report import Report
from prongsai.ita.documents.rendering.writing import DocumentKind, Format, render
from prongsai.ita.errors import ItaError
from prongsai.ita.frameworks.loader import load
from prongsai.ita.scoring.score import score
from prongsai.ita.words.catalogue import Language, say, speak

_INDICATORS = [str(n) for n in range(1, 11)]


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("build"), show_default=True
)
@speaking
def inspect(language: Language, file: Path, out: Path) -> None:
    """Read FILE, show findings and scores, write every document in every format."""
    console = screen()
    report = open_report(file)
    console.print(say("cli.read-as", language, path=file), style="bold")
    print_report(console, report, language)
    print_findings(console, lint(report), language)
    _print_computed(console, report, language)
    for document in DocumentKind:
        for to in (Format.PDF, Format.DOCX, Format.HTML):
            path = out / f"{document}.{to}"
            try:
                data = render(report, document=document, to=to)
            except ItaError as error:
                reason = speak(error, language)
                console.print(say("cli.not-written", language, reason=reason))
                continue
            write_whole(path, data)
            console.print(say("cli.written", language, path=path))


def _print_computed(console: Console, report: Report, language: Language) -> None:
    """Score every printed year that has all ten indicators."""
    printed = {s.indicator: s.years for s in report.scores}
    for year in sorted({y for years in printed.values() for y in years}):
        values = [printed.get(n, {}).get(year, "") for n in _INDICATORS]
        if all(values):
            console.print(say("cli.computed", language, year=year), style="bold")
            print_result(console, score(load(int(year)), values), language)
