"""The Thai sentences of the papers of lending, and the tables they stand in."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.utils.timezone import localdate

from prongsai.ita.documents.rendering.blocks import Align, Column, Line, Row, Table
from prongsai.ita.documents.rendering.sentences import OFFICIAL, Sentences
from prongsai.ita.thai.dates import long_date

_SENTENCES = Sentences(__package__, "loans_wording.toml")

say = _SENTENCES.say
titles = _SENTENCES.titles


def condition(value: str) -> str:
    """Return the official word for a condition."""
    return _SENTENCES.word("conditions", value)


def day(moment: date | datetime | None) -> str:
    """Write a day in full; nothing for no day."""
    if moment is None:
        return ""
    local = localdate(moment) if isinstance(moment, datetime) else moment
    return long_date(local)


def table(
    key: str,
    widths: Sequence[float],
    rows: Iterable[Sequence[object]],
    *,
    caption: str = "",
) -> Table:
    """Return a table whose heads are the list ``<key>_columns``."""
    heads = titles(f"{key}_columns")
    return Table(
        caption=caption or say(f"{key}_items"),
        columns=tuple(
            Column(
                title=title, width=width, align=Align.CENTRE if n == 0 else Align.START
            )
            for n, (title, width) in enumerate(zip(heads, widths, strict=True))
        ),
        rows=tuple(Row(cells=tuple(cell(text) for text in row)) for row in rows),
    )


def cell(text: object) -> tuple[Line, ...]:
    """Return a cell; a new line in the text is a new line in the cell."""
    lines = str(text).split("\n") if text not in {"", None} else []
    return tuple(Line(text=OFFICIAL.text(line)) for line in lines)
