"""Every paper of this register, as the bytes a browser gets."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from django.utils import translation

from prongsai.foundations.organisations.models import Organisation
from prongsai.ita.documents.rendering.blocks import Document
from prongsai.ita.documents.rendering.docx import to_docx
from prongsai.ita.documents.rendering.pdf import to_pdf
from prongsai.registers.meetings.documents import calling, circulars, committees
from prongsai.registers.meetings.documents import minutes as minutes_paper
from prongsai.registers.meetings.models import Addressee, Circular, Committee

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

MEETING_PAPERS: Mapping[str, Callable[..., Document]] = {
    "invitation": calling.invitation,
    "sheet": calling.sheet,
    "minutes": minutes_paper.minutes,
}
"""The papers of a meeting by what the address calls them."""


def painted(document: Document, *, ending: str, on: date) -> tuple[bytes, str]:
    """Return a document as a file, and the kind of file."""
    if ending == "docx":
        return to_docx(document), DOCX
    return to_pdf(document, made_on=on), PDF


def annex_pdf(committee: Committee, *, office: Organisation, on: date) -> bytes:
    """Return the list of members."""
    return to_pdf(committees.annex(committee, office=office), made_on=on)


def acknowledgements_pdf(
    circular: Circular, rows: Sequence[Addressee], *, office: Organisation, on: date
) -> bytes:
    """Return the list of acknowledgements."""
    with translation.override("th"):
        document = circulars.acknowledgements(circular, rows, office=office, on=on)
    return to_pdf(document, made_on=on)
