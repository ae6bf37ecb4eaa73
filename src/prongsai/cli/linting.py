"""``prongsai lint``: what is wrong in a report."""

import json
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

from prongsai.cli.input import open_report
from prongsai.cli.speech import screen, speaking
from prongsai.cli.tables import print_findings
from prongsai.ita.documents.linting.lint import as_json
from prongsai.ita.documents.linting.lint import lint as lint_report
from prongsai.ita.documents.linting.severities import Severity
from prongsai.ita.words.catalogue import Language

FOUND = 1
"""Exit code when a report has errors."""


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--ocr", is_flag=True, help="Read scanned pages as pictures.")
@speaking
def lint(language: Language, files: tuple[Path, ...], form: str, *, ocr: bool) -> None:
    """Find what contradicts itself, is missing or left over in a report.

    Exit code 1 when there is a finding of severity error or warning. Every rule is
    described in docs/reference/rules.md.
    """
    several = len(files) > 1
    matters = False
    progress = Console(stderr=True)
    for path in track(files, transient=True, disable=not several, console=progress):
        findings = lint_report(open_report(path, ocr=ocr))
        matters |= any(f.severity is not Severity.INFO for f in findings)
        if form == "json":
            indent = None if several else 2
            data = as_json(findings, language)
            click.echo(json.dumps(data, ensure_ascii=False, indent=indent))
        else:
            if several:
                click.echo(path.name)
            print_findings(screen(), findings, language)
    sys.exit(FOUND if matters else 0)
