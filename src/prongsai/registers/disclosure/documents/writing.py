"""The files an item is published with, made from its frozen content alone."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.timezone import localdate

from prongsai.foundations.organisations.models import Organisation
from prongsai.foundations.publications import attaching, contents
from prongsai.foundations.publications.attaching import Attached
from prongsai.ita.documents.rendering.pdf import to_pdf
from prongsai.registers.disclosure.documents import paper, workbook


def files_of(
    content: Mapping[str, object], *, office: Organisation, at: datetime
) -> list[Attached]:
    """Return ``<code>.pdf`` and ``<code>.xlsx`` of a content to be published.

    The same content, office and day give the same bytes.
    """
    plain = contents.checked_content(content)
    day = localdate(at)
    code = str(plain.get("code", "")).lower()
    document = paper.paper_of(plain, office=office, on=day)
    return [
        _file(f"{code}.pdf", to_pdf(document, made_on=day)),
        _file(f"{code}.xlsx", workbook.workbook_of(plain, on=day)),
    ]


def _file(name: str, content: bytes) -> Attached:
    ending = name[name.rindex(".") :]
    return Attached(name=name, content_type=attaching.TYPES[ending], content=content)
