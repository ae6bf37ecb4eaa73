"""Posters, leaflets and infographics: one sheet, as PDF and as PNG from one source."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

import typst

from prongsai.ita.documents.rendering.engine import pictured, typeset
from prongsai.ita.documents.rendering.pdf import UNDATED
from prongsai.ita.errors import ItaError
from prongsai.registers.news.documents import drawing
from prongsai.registers.news.documents.drawing import Data
from prongsai.registers.news.documents.poster_parts import Parts
from prongsai.registers.news.documents.wording import said
from prongsai.registers.news.models.poster_contents import Said, Subject
from prongsai.registers.news.models.posters import PosterDesign, PosterKind
from prongsai.registers.news.queries.senders import Sender

DOTS_ACROSS = 1080
"""How wide a picture for screens is."""

_MILLIMETRES = 25.4
_COARSE = 10  # dots on an inch where only the layout matters
_TOO_LONG = "does-not-fit"

# Millimetres across and down, and how large everything is compared to A4.
_SIZES: Mapping[PosterKind, tuple[float, float, float]] = {
    PosterKind.POSTER_A4: (210, 297, 0.92),
    PosterKind.POSTER_A3: (297, 420, 1.3),
    PosterKind.LEAFLET: (297, 210, 0.66),
    PosterKind.INFOGRAPHIC: (200, 250, 0.76),
}


class PosterTooLong(ItaError):
    """The texts do not fit on the sheet even in the smallest letters that can be read."""

    code = "news.poster-too-long"


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What is to be printed."""

    title: str
    subject: Subject
    kind: PosterKind
    design: PosterDesign
    fiscal_year: int
    thai_digits: bool
    data: Mapping[str, Said]


def pdf(sheet: Sheet, sender: Sender, *, on: date) -> bytes:
    """Return a sheet as PDF/A and PDF/UA; raise ``PosterTooLong``."""
    try:
        return typeset(_template(), data_of(sheet, sender, on=on))
    except typst.TypstError as error:
        raise _refusal(error) from error


def png(sheet: Sheet, sender: Sender, *, on: date) -> bytes:
    """Return a sheet as a picture ``DOTS_ACROSS`` wide; raise ``PosterTooLong``."""
    ppi = DOTS_ACROSS * _MILLIMETRES / _SIZES[sheet.kind][0]
    try:
        return pictured(_template(), data_of(sheet, sender, on=on), ppi=ppi)
    except typst.TypstError as error:
        raise _refusal(error) from error


def fits(sheet: Sheet, sender: Sender) -> None:
    """Raise ``PosterTooLong`` where the texts need more than the sheet."""
    try:
        pictured(_template(), data_of(sheet, sender, on=UNDATED), ppi=_COARSE)
    except typst.TypstError as error:
        raise _refusal(error) from error


def in_words(sheet: Sheet) -> str:
    """Return everything a sheet says, for whoever does not see its picture."""
    return " · ".join(
        [sheet.title, *Parts(sheet.subject, sheet.data).lines(sheet.fiscal_year)]
    )


def data_of(sheet: Sheet, sender: Sender, *, on: date) -> Data:
    """Return what the template paints."""
    cut = drawing.cutter(thai_digits=sheet.thai_digits)
    across, down, unit = _SIZES[sheet.kind]
    parts = Parts(sheet.subject, sheet.data)
    is_survey = sheet.subject is Subject.EIT
    caption = said("scan_eit" if is_survey else "scan")
    code = drawing.code(parts.line("address"), caption=caption, cut=cut)
    return drawing.sheet(sheet.title, sender, on=on, cut=cut) | {
        "kind": "leaflet" if sheet.kind is PosterKind.LEAFLET else "portrait",
        "narrow": sheet.kind is PosterKind.LEAFLET,
        "design": sheet.design.value,
        "size": [across, down],
        "unit": unit,
        "title": cut(sheet.title, 12),
        "lead": cut(parts.line("lead"), 11),
        # The code of a survey is what the sheet is for: it stands large in the middle.
        "qr": None if is_survey else code,
        "columns": parts.columns(sheet.fiscal_year, cut=cut, survey=code),
    }


def _template() -> bytes:
    return files(__package__).joinpath("poster.typ").read_bytes()


def _refusal(error: typst.TypstError) -> Exception:
    return PosterTooLong() if _TOO_LONG in str(error) else error
