"""The list of who acknowledged a circular, to hang on the file."""

from collections.abc import Iterator, Sequence
from datetime import date

from prongsai.foundations.organisations.models import Organisation
from prongsai.ita.documents.rendering.blocks import Block, Document, Heading, Paragraph
from prongsai.ita.documents.rendering.sentences import OFFICIAL
from prongsai.registers.meetings.documents import parts
from prongsai.registers.meetings.documents.wording import say
from prongsai.registers.meetings.models import Addressee, Circular

_WIDTHS = (1.8, 5, 5, 4, 4)


def acknowledgements(
    circular: Circular, rows: Sequence[Addressee], *, office: Organisation, on: date
) -> Document:
    """Return the list as it stands on a day."""
    title = _title(circular)
    return parts.whole(title, _blocks(circular, rows, office=office, on=on))


def _title(circular: Circular) -> str:
    number = f"{circular.number}/{circular.year}" if circular.number else "-"
    return say("acknowledgements_title", number=number)


def _blocks(
    circular: Circular, rows: Sequence[Addressee], *, office: Organisation, on: date
) -> Iterator[Block]:
    title = _title(circular)
    done = sum(row.acknowledged_at is not None for row in rows)
    yield Heading(level=1, text=title)
    yield parts.centred(OFFICIAL.text(office.name_th))
    yield parts.centred(say("acknowledgements_subject", subject=circular.subject))
    yield Paragraph(
        text=say(
            "acknowledgements_counts",
            addressed=len(rows),
            acknowledged=done,
            left=len(rows) - done,
            date=parts.day(on),
        )
    )
    if rows:
        lines = [_line(n, row) for n, row in enumerate(rows, 1)]
        yield parts.table(title, "acknowledgements_columns", lines, widths=_WIDTHS)


def _line(number: int, row: Addressee) -> tuple[str, ...]:
    return (
        str(number),
        row.person.get_full_name(),
        "" if row.division is None else row.division.name_th,
        parts.moment(row.read_at),
        parts.moment(row.acknowledged_at) or say("not_yet"),
    )
