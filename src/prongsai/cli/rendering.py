"""``prongsai render``: an official document from a report."""

import os
from pathlib import Path

import click

from prongsai.cli.input import open_report
from prongsai.cli.speech import speaking
from prongsai.ita.documents.rendering.writing import (
    DocumentKind,
    Format,
)
from prongsai.ita.documents.rendering.writing import (
    render as render_report,
)
from prongsai.ita.words.catalogue import Language, say


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--to", type=click.Choice([str(f) for f in Format]), required=True)
@click.option(
    "--document",
    type=click.Choice([str(k) for k in DocumentKind]),
    default=None,
    help="Default: the document that leaves nothing of the report out.",
)
@click.option(
    "--digits", type=click.Choice(["thai", "arabic"]), default="thai", show_default=True
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=None,
    help="Default: the name of FILE with the ending of the format, in this folder.",
)
@click.option(
    "--document-lang",
    "document_language",
    type=click.Choice(["th", "en"]),
    default="th",
    show_default=True,
    help="Language of the document's own words; --lang is that of messages.",
)
@click.option("--ocr", is_flag=True, help="Read scanned pages as pictures.")
@speaking
def render(
    language: Language,
    file: Path,
    to: str,
    *,
    document: str | None,
    digits: str,
    out: Path | None,
    document_language: Language,
    ocr: bool,
) -> None:
    """Write FILE (a report in any format, or its JSON) as PDF, DOCX, HTML or JSON."""
    report = open_report(file, ocr=ocr)
    data = render_report(
        report, document=document, to=to, digits=digits, language=document_language
    )
    path = out or Path(f"{file.stem}.{to}")
    write_whole(path, data)
    click.echo(say("cli.written", language, path=path))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a kill at any moment leaves the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
