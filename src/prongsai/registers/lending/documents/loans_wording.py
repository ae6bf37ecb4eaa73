"""The Thai sentences of the papers of lending, and the tables they stand in."""

import tomllib
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cache
from importlib.resources import files

from django.utils.timezone import localdate

from prongsai.ita.documents.rendering.blocks import Align, Column, Line, Row, Table
from prongsai.ita.documents.rendering.wording import Wording
from prongsai.ita.thai.dates import long_date

OFFICIAL = Wording()
"""Thai digits everywhere; codes with Latin letters and addresses are left alone."""


@cache
def _all() -> dict[str, object]:
    text = files(__package__).joinpath("loans_wording.toml").read_text("utf-8")
    return tomllib.loads(text)


def say(key: str, **facts: object) -> str:
    """Fill one sentence."""
    return OFFICIAL.text(str(_all()[key]).format(**facts))


def condition(value: str) -> str:
    """Return the official word for a condition."""
    found = _all()["conditions"]
    if not isinstance(found, dict):
        raise TypeError(found)
    return str(found[value])


def titles(key: str) -> list[str]:
    """Return the heads of a table."""
    found = _all()[key]
    if not isinstance(found, list):
        raise TypeError(key)
    return [str(title) for title in found]


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
