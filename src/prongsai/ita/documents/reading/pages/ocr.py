"""Scanned pages as blocks, by tesseract: a draft that a person must check."""

import io
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageOps, ImageSequence

from prongsai.ita.documents.model.report import Source
from prongsai.ita.documents.reading.pages.formats import LIMITS, Limits
from prongsai.ita.documents.reading.pages.grid import (
    Box,
    Edge,
    Grid,
    TooManyLines,
    ruled_grids,
)
from prongsai.ita.documents.reading.pages.layout import table_of
from prongsai.ita.documents.reading.pages.markers import starts_with_marker
from prongsai.ita.documents.reading.pages.pdf import opened
from prongsai.ita.documents.reading.pages.source import Cell, Pages, Paragraph, Table
from prongsai.ita.errors import BrokenFile, OcrUnavailable, TooComplex
from prongsai.ita.thai.text import clean

# Measured on clean pages: 2.9 % wrong at 150 dpi, 4.7 % at 300.
_DPI = 150
_POINTS = 72 / _DPI
# A page of A3 at 300 dpi has 18 million.
_MOST_PIXELS = 40_000_000
# A picture is resized when it is further from our resolution than this.
_SMALLEST = 0.8
# A dark run is a ruling line from this length on, in points.
_RULE = 24.0
_DARK = 140
_LANGUAGES = "tha+eng"
# Without it every Thai word comes with a space.
_SPACES = ["-c", "preserve_interword_spaces=1"]
# How tesseract is to see a picture: as one block, or as a page of its own layout.
_ONE_BLOCK, _WHOLE_PAGE = "6", "3"
# Pixels: half a ruling line, and the white margin around a cell.
_LINE, _MARGIN = 4, 12


def read_scan(name: str, data: bytes, limits: Limits = LIMITS) -> Pages:
    """Read a PDF of pictures, or a picture, into blocks marked as a draft.

    Raises ``OcrUnavailable`` without tesseract and Thai, ``BrokenFile``,
    ``TooComplex`` beyond the limits of pages and seconds.
    """
    if not can_read_thai():
        raise OcrUnavailable(name=name)
    blocks: list[Paragraph | Table] = []
    for number, image in enumerate(_images(name, data, limits), start=1):
        if number > limits.pages_of_ocr:
            raise TooComplex(name=name, what="pages", limit=limits.pages_of_ocr)
        blocks.extend(_blocks(_Scan(name=name, limits=limits), number, image))
    return Pages(blocks=tuple(blocks), draft=True)


@cache
def can_read_thai() -> bool:
    """Tell whether tesseract and its Thai are installed."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    try:
        listed = subprocess.run(  # noqa: S603  # found by name, no input of anybody's
            [program, "--list-langs"],
            capture_output=True,
            text=True,
            timeout=10,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return {"tha", "eng"} <= set(listed.stdout.split())


def _images(name: str, data: bytes, limits: Limits) -> Iterator[Image.Image]:
    if b"%PDF-" in data[:1024]:
        yield from _rendered(name, data, limits)
        return
    try:
        with Image.open(io.BytesIO(data)) as opened_image:
            for frame in ImageSequence.Iterator(opened_image):
                _refuse_size(name, *frame.size)
                yield _at_our_size(frame.convert("L"))
    except (OSError, ValueError, SyntaxError) as broken:
        raise BrokenFile(name=name, format="image") from broken


def _rendered(name: str, data: bytes, limits: Limits) -> Iterator[Image.Image]:
    with opened(name, data, limits) as document:
        for page in document:
            width, height = page.get_size()
            _refuse_size(name, int(width / _POINTS), int(height / _POINTS))
            yield page.render(scale=1 / _POINTS, grayscale=True).to_pil().convert("L")
            page.close()


def _refuse_size(name: str, width: int, height: int) -> None:
    if width * height > _MOST_PIXELS:
        raise TooComplex(name=name, what="pixels", limit=_MOST_PIXELS)


def _at_our_size(image: Image.Image) -> Image.Image:
    """Return a picture about as large as an A4 page at our resolution."""
    long = 297 / 25.4 * _DPI
    scale = long / max(image.size)
    if _SMALLEST < scale < 1 / _SMALLEST:
        return image
    width, height = (max(1, round(side * scale)) for side in image.size)
    return image.resize((width, height))


@dataclass(frozen=True, kw_only=True)
class _Scan:
    """One file being read by tesseract, within its limits."""

    name: str
    limits: Limits

    def read(self, images: Sequence[Image.Image], layout: str) -> list[str]:
        """Return the text seen in each picture; one process reads them all."""
        if not images:
            return []
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder, f"{number}.png") for number in range(len(images))]
            for file, image in zip(files, images, strict=True):
                image.save(file, dpi=(_DPI, _DPI))
            listed = Path(folder, "files.txt")
            listed.write_text("\n".join(map(str, files)), encoding="utf-8")
            texts = self._tesseract(listed, layout).split("\f")
        return [*texts, *[""] * len(images)][: len(images)]

    def _tesseract(self, listed: Path, layout: str) -> str:
        program = shutil.which("tesseract")
        if program is None:
            raise OcrUnavailable(name=self.name)
        options = ["-l", _LANGUAGES, "--dpi", str(_DPI), "--psm", layout]
        seconds = self.limits.seconds_of_ocr
        try:
            done = subprocess.run(  # noqa: S603  # fixed words and a file of our own
                [program, str(listed), "-", *options, *_SPACES],
                capture_output=True,
                timeout=seconds,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
                check=True,
            )
        except subprocess.TimeoutExpired as slow:
            raise TooComplex(name=self.name, what="seconds", limit=seconds) from slow
        except (OSError, subprocess.CalledProcessError) as failed:
            raise OcrUnavailable(name=self.name) from failed
        return done.stdout.decode("utf-8", "replace")


def _blocks(
    scan: _Scan, number: int, image: Image.Image
) -> Iterator[Paragraph | Table]:
    """Yield the tables of a picture cell by cell, and the text around them."""
    source = Source(page=number)
    grids = _grids(image, scan.limits)
    boxes = [box for grid in grids for box in grid.boxes]
    texts = scan.read([_cut_out(image, box) for box in boxes], _ONE_BLOCK)
    cells = dict(zip(boxes, map(_cell, texts), strict=True))
    strips = _strips(image, grids)
    around = iter(scan.read(strips, _WHOLE_PAGE))
    yield from _paragraphs(next(around), source)
    for grid, text in zip(grids, around, strict=True):
        yield table_of(grid, cells, source)
        yield from _paragraphs(text, source)


def _strips(image: Image.Image, grids: Sequence[Grid]) -> list[Image.Image]:
    """Cut the picture above, between and below its tables, the tables painted over."""
    around = image.copy()
    for grid in grids:
        for box in grid.boxes:
            around.paste(255, _pixels(box, -_LINE))
    tops = [round(grid.top / _POINTS) for grid in grids]
    cuts = [0, *sorted(tops), image.height]
    return [
        around.crop((0, above, image.width, max(below, above + 1)))
        for above, below in pairwise(cuts)
    ]


def _paragraphs(text: str, source: Source) -> Iterator[Paragraph]:
    for part in text.split("\n\n"):
        for paragraph in _cell(part).paragraphs:
            yield Paragraph(text=paragraph, source=source)


def _grids(image: Image.Image, limits: Limits) -> tuple[Grid, ...]:
    try:
        return ruled_grids(list(ruling_lines(image)), limits.lines_on_page)
    except TooManyLines:
        # Dirt on a scan; without its lines a page can still be read.
        return ()


def _cell(text: str) -> Cell:
    """Put the lines tesseract saw together again, a marker starting a paragraph."""
    paragraphs: list[str] = []
    for line in map(clean, text.splitlines()):
        if paragraphs and line and not starts_with_marker(line):
            paragraphs[-1] += " " * (not _meet(paragraphs[-1], line)) + line
        elif line:
            paragraphs.append(line)
    return Cell(paragraphs=tuple(paragraphs))


def _meet(before: str, after: str) -> bool:
    """Tell whether a line end between Thai letters is only the layout's."""
    return "\u0e01" <= before[-1] <= "\u0e4e" and "\u0e01" <= after[0] <= "\u0e4e"


def _pixels(box: Box, inset: int) -> tuple[int, int, int, int]:
    left, top, right, bottom = (
        round(side / _POINTS) for side in (box.x0, box.top, box.x1, box.bottom)
    )
    return (
        left + inset,
        top + inset,
        max(right - inset, left + inset + 1),
        max(bottom - inset, top + inset + 1),
    )


def _cut_out(image: Image.Image, box: Box) -> Image.Image:
    """Return a cell without its ruling lines, on a white margin tesseract wants."""
    cell = image.crop(_pixels(box, _LINE))
    return ImageOps.expand(cell, border=_MARGIN, fill=255)


def ruling_lines(image: Image.Image) -> Iterator[Edge]:
    """Yield the long dark lines of a grey picture, in points."""
    sideways = image.transpose(Image.Transpose.TRANSPOSE)
    for upright, turned in ((False, image), (True, sideways)):
        black = turned.point(lambda grey: 0 if grey < _DARK else 255)
        rows, width = black.tobytes(), turned.width
        for row in range(turned.height):
            yield from _runs(
                rows[row * width : (row + 1) * width], row, upright=upright
            )


def _runs(pixels: bytes, row: int, *, upright: bool) -> Iterator[Edge]:
    place = 0
    for run in pixels.split(b"\xff"):
        if len(run) * _POINTS >= _RULE:
            yield Edge(
                upright=upright,
                at=(row + 0.5) * _POINTS,
                start=place * _POINTS,
                end=(place + len(run)) * _POINTS,
            )
        place += len(run) + 1
