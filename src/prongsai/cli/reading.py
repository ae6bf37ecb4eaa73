"""``prongsai read``: a document as data."""

from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

from prongsai.cli.input import open_report
from prongsai.cli.speech import screen, speaking
from prongsai.cli.tables import print_report
from prongsai.ita.documents.model.codec import to_json
from prongsai.ita.words.catalogue import Language


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "table"]),
    default="json",
    show_default=True,
    help="JSON on standard output (one line a report for several files), or tables.",
)
@click.option(
    "--ocr",
    is_flag=True,
    help="Read scanned pages as pictures (needs tesseract); the result is a draft.",
)
@speaking
def read(language: Language, files: tuple[Path, ...], form: str, *, ocr: bool) -> None:
    """Read reports, plans, score tables and memos into data.

    Text, Markdown, HTML, DOCX and PDF. The JSON is described in
    docs/reference/report.schema.json.
    """
    several = len(files) > 1
    progress = Console(stderr=True)
    for path in track(files, transient=True, disable=not several, console=progress):
        report = open_report(path, ocr=ocr)
        if form == "table":
            print_report(screen(), report, language)
        else:
            click.echo(to_json(report, indent=None if several else 2))
