"""What the papers of this register have in common: tables, hours, numbers, places."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from django.utils.timezone import localtime

from prongsai.ita.documents.rendering.blocks import (
    Align,
    Block,
    Column,
    Document,
    Line,
    Numbering,
    Numerals,
    Orientation,
    Paragraph,
    Row,
    Section,
    Style,
    Table,
)
from prongsai.ita.documents.rendering.sentences import OFFICIAL
from prongsai.ita.thai.dates import long_date
from prongsai.registers.meetings.documents.wording import say, titles
from prongsai.registers.meetings.models import Meeting


def whole(
    title: str,
    blocks: Iterable[Block],
    *,
    orientation: Orientation = Orientation.PORTRAIT,
) -> Document:
    """Return a document of one section."""
    section = Section(
        orientation=orientation, numbering=Numbering.MEMO, blocks=tuple(blocks)
    )
    return Document(title=title, numerals=Numerals.THAI, sections=(section,))


def table(
    caption: str,
    heads: str,
    rows: Iterable[Sequence[str]],
    *,
    widths: Sequence[float],
    centred: frozenset[int] = frozenset({0}),
) -> Table:
    """Return a table whose heads stand in the wording."""
    columns = tuple(
        Column(title=t, width=w, align=Align.CENTRE if n in centred else Align.START)
        for n, (t, w) in enumerate(zip(titles(heads), widths, strict=True))
    )
    return Table(
        caption=caption,
        columns=columns,
        rows=tuple(
            Row(cells=tuple((Line(text=OFFICIAL.text(text)),) for text in row))
            for row in rows
        ),
    )


def paragraphs(text: str, *, style: Style = Style.BODY) -> list[Paragraph]:
    """Return the paragraphs of a typed text."""
    lines = (line.strip() for line in text.splitlines())
    return [Paragraph(text=OFFICIAL.text(line), style=style) for line in lines if line]


def centred(text: str) -> Paragraph:
    """Return a line under the title."""
    return Paragraph(text=text, style=Style.CENTRE)


def number_of(meeting: Meeting) -> str:
    """Return the number of a meeting, or that it has none yet."""
    if meeting.number is None:
        return say("not_numbered")
    return OFFICIAL.number(f"{meeting.number}/{meeting.year}")


def where(meeting: Meeting) -> str:
    """Return where a meeting is."""
    parts = []
    if meeting.place:
        parts.append(say("at_place", place=meeting.place))
    if meeting.online:
        parts.append(say("online", address=meeting.online))
    return " ".join(parts)


def hour(at: time | None) -> str:
    """Return an hour as papers write it: ``๐๙.๓๐``."""
    return "" if at is None else OFFICIAL.number(f"{at:%H.%M}")


def day(at: date | datetime | None) -> str:
    """Return a day spelled out."""
    if at is None:
        return ""
    return long_date(localtime(at).date() if isinstance(at, datetime) else at)


def moment(at: datetime | None) -> str:
    """Return a day and an hour."""
    if at is None:
        return ""
    return f"{day(at)} {say('hour', hour=f'{localtime(at):%H.%M}')}"
