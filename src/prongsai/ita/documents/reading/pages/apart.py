"""Reading in a process of its own, which a hostile file may exhaust or crash alone.

A PDF of a few kilobytes can ask for gigabytes or for ever, and the library that
draws it cannot be interrupted. What comes back is JSON, so it is only data.
"""

import json
import os
import signal
import subprocess
import sys
from dataclasses import asdict
from typing import Any, Literal, TypeAlias

from prongsai.ita import errors
from prongsai.ita.documents.model.report import Source
from prongsai.ita.documents.reading.pages.formats import Limits
from prongsai.ita.documents.reading.pages.source import (
    Cell,
    Pages,
    Paragraph,
    Row,
    Table,
)
from prongsai.ita.errors import BrokenFile, TooComplex, UnusableInput

_ERRORS = {
    error.code: error
    for error in vars(errors).values()
    if isinstance(error, type) and issubclass(error, UnusableInput)
}
# How a process ends that was refused memory or time; a plain crash is none of these.
NO_MEMORY = 77
_EXHAUSTED = {signal.SIGABRT, signal.SIGILL, signal.SIGTRAP, signal.SIGKILL}
_CHILD = "prongsai.ita.documents.reading.pages.alone"

Reader: TypeAlias = Literal["pdf", "scan"]


def read_apart(reader: Reader, name: str, data: bytes, *, limits: Limits) -> Pages:
    """Let another process read ``data`` with the reader ``pdf`` or ``scan``.

    Raises what the reader raises; ``TooComplex`` when the process ran out of memory
    or time, ``BrokenFile`` when it crashed.
    """
    seconds = limits.seconds if reader == "pdf" else limits.seconds_of_scan
    task = json.dumps({"reader": reader, "name": name, "limits": asdict(limits)})
    try:
        done = subprocess.run(  # noqa: S603  # ourselves; the file goes by stdin
            [sys.executable, "-P", "-m", _CHILD, task],
            input=data,
            capture_output=True,
            timeout=seconds,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            check=False,
        )
    except subprocess.TimeoutExpired as slow:
        raise TooComplex(name=name, what="seconds", limit=seconds) from slow
    if done.returncode == NO_MEMORY or -done.returncode in _EXHAUSTED:
        raise TooComplex(name=name, what="memory", limit=limits.memory)
    if done.returncode:
        raise BrokenFile(name=name, format=reader.upper())
    return _answered(json.loads(done.stdout), name)


def as_pages(data: dict[str, Any]) -> Pages:
    """Make pages of what ``dataclasses.asdict`` made of them, perhaps through JSON.

    >>> pages = Pages(blocks=(Paragraph(text="ก", source=Source(page=1)),))
    >>> as_pages(json.loads(json.dumps(asdict(pages)))) == pages
    True
    """
    return Pages(blocks=tuple(map(_block, data["blocks"])), draft=data["draft"])


def _block(data: dict[str, Any]) -> Paragraph | Table:
    if "rows" in data:
        return Table(rows=tuple(map(_row, data["rows"])))
    return Paragraph(
        text=data["text"], source=_source(data["source"]), heading=data["heading"]
    )


def _row(data: dict[str, Any]) -> Row:
    cells = (
        Cell(paragraphs=tuple(cell["paragraphs"]), covered=cell["covered"])
        for cell in data["cells"]
    )
    return Row(cells=tuple(cells), source=_source(data["source"]))


def _source(data: dict[str, Any]) -> Source:
    return Source(lines=tuple(data["lines"]), page=data["page"])


def _answered(answer: dict[str, Any], name: str) -> Pages:
    if "error" in answer:
        raise _ERRORS.get(answer["error"], UnusableInput)(
            **{"name": name, **answer["facts"]}
        )
    return as_pages(answer)
