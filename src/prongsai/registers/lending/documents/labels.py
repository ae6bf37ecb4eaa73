"""Labels to stick on assets: QR code, code, name and office, on sheets of 24."""

import io
from collections.abc import Iterable
from datetime import date
from importlib.resources import files
from urllib.parse import urljoin

import segno
from django.urls import reverse

from prongsai.foundations.organisations.models import Organisation
from prongsai.ita.documents.rendering.engine import typeset
from prongsai.ita.documents.rendering.fonts import FAMILY
from prongsai.ita.documents.rendering.printable import printable
from prongsai.ita.documents.rendering.typesetting import Piece, word_pieces
from prongsai.registers.lending.models.assets import Asset

PER_SHEET = 24
MOST_LABELS = 40 * PER_SHEET
"""As many as one PDF holds; more are printed division by division."""

_ACROSS = 93  # points beside the QR code
_NAME, _OFFICE = 12, 10  # points, as in labels.typ
_CODE_SIZES = ((14, 17), (20, 13), (60, 10))  # so many letters, so large


def labels_pdf(
    assets: Iterable[Asset],
    *,
    office: Organisation,
    site: str,
    skipped: int = 0,
    on: date,
) -> bytes:
    """Return sheets of labels as a PDF; ``skipped`` labels of the first are used already.

    ``site`` is the address of the office's own host: the code on a label leads there.
    """
    template = files(__package__).joinpath("labels.typ").read_bytes()
    data = {
        "title": f"ป้ายพัสดุ {office.name_th}",
        "family": FAMILY,
        "date": [on.year, on.month, on.day],
        "office": pieces(office.name_th, _ACROSS / _OFFICE),
        "skipped": skipped,
        "labels": [_label(asset, site) for asset in assets],
    }
    return typeset(template, data)


def address_of(asset: Asset, site: str) -> str:
    """Return the address a label leads to."""
    return urljoin(site, reverse("lending:asset_by_code", args=[asset.code]))


def qr_svg(text: str) -> str:
    """Return a QR code as a drawing without a border of its own."""
    drawing = io.BytesIO()
    code = segno.make(text, error="m", micro=False)
    code.save(drawing, kind="svg", border=0, xmldecl=False, omitsize=True)
    return drawing.getvalue().decode()


def pieces(text: str, width: float) -> list[Piece]:
    """Cut a text into words that fit into ``width`` em and can be drawn."""
    return word_pieces(printable(text), width)


def _label(asset: Asset, site: str) -> dict[str, object]:
    size = next(size for most, size in _CODE_SIZES if len(asset.code) <= most)
    return {
        "qr": qr_svg(address_of(asset, site)),
        "alt": f"คิวอาร์โค้ดของ {printable(asset.code)}",
        "code": pieces(asset.code, _ACROSS / size),
        "code-size": size,
        "name": pieces(asset.name_th, _ACROSS / _NAME),
    }
