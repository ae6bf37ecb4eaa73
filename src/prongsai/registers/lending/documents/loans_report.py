"""The report of lending for a month, a half or a year; and the register as a document."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from prongsai.foundations.organisations.models import Organisation
from prongsai.ita.documents.rendering.blocks import (
    Block,
    Document,
    Heading,
    Numbering,
    Numerals,
    Orientation,
    Paragraph,
    Section,
    Style,
)
from prongsai.ita.documents.rendering.sentences import OFFICIAL
from prongsai.ita.thai.dates import MONTHS
from prongsai.ita.thai.fiscal import BUDDHIST_ERA, first_day, last_day
from prongsai.registers.lending.documents.loans_wording import day, say, table
from prongsai.registers.lending.models import Loan
from prongsai.registers.lending.queries import loans as queries
from prongsai.registers.lending.queries.loans_register import (
    Counts,
    counts,
    counts_by_division,
    due_in,
)

_WIDTHS = (5, 1.6, 1.6, 1.8, 2, 2.2, 1.8, 2)
_OPEN_WIDTHS = (1.2, 3, 6, 4, 4)
_REGISTER_WIDTHS = (1.8, 2.2, 3, 2.4, 2.2, 3.2, 1.3, 2.2, 2.2, 2, 2.4)
_OCTOBER = 10


@dataclass(frozen=True, kw_only=True)
class Period:
    """A month, a half or the whole of a fiscal year, and how a report calls it."""

    start: date
    end: date
    name: str


def period_of(year: int, key: str) -> Period | None:
    """Return a period of a fiscal year: ``year``, ``half-1``, ``month-10`` … or ``None``."""
    march = date(year - BUDDHIST_ERA, 3, 31)
    fixed = {
        "year": (first_day(year), last_day(year), "whole"),
        "half-1": (first_day(year), march, "half_1"),
        "half-2": (march + timedelta(days=1), last_day(year), "half_2"),
    }
    if key in fixed:
        start, end, name = fixed[key]
        return Period(start=start, end=end, name=say(name, year=year, before=year - 1))
    number = key.removeprefix("month-")
    if not number.isascii() or not number.isdigit() or not 1 <= int(number) <= 12:  # noqa: PLR2004  # months
        return None
    return _month(year, int(number))


def report(period: Period, *, office: Organisation) -> Document:
    """Return the report to the executives."""
    title = say("report_title", period=period.name)
    found = counts(period.start, period.end)
    blocks = (
        Heading(level=1, text=title),
        Paragraph(text=OFFICIAL.text(office.name_th), style=Style.CENTRE),
        Paragraph(
            text=say("report_span", start=day(period.start), end=day(period.end)),
            style=Style.CENTRE,
        ),
        Paragraph(text=_total(found)),
        *_divisions(period, found),
        *_still_open(period),
        Paragraph(text=say("report_closing")),
    )
    return _landscape(title, blocks)


def register(
    rows: Sequence[Sequence[object]], *, year: int, inside: bool, office: Organisation
) -> Document:
    """Return the register of a fiscal year as a document."""
    side = say("internal" if inside else "external")
    title = say("register_title", side=side, year=year)
    content: Block = Paragraph(text=say("register_none"), style=Style.LINE)
    if rows:
        content = table("register", _REGISTER_WIDTHS, rows, caption=title)
    name = Paragraph(text=OFFICIAL.text(office.name_th), style=Style.CENTRE)
    return _landscape(title, (Heading(level=1, text=title), name, content))


def _month(year: int, number: int) -> Period:
    christian = year - BUDDHIST_ERA - (number >= _OCTOBER)
    start = date(christian, number, 1)
    end = (start + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    name = say("month", month=MONTHS[number - 1], year=christian + BUDDHIST_ERA)
    return Period(start=start, end=end, name=name)


def _total(found: Counts) -> str:
    if not (found.asked or found.lent or found.due):
        return say("report_none")
    return say(
        "report_total",
        asked=found.asked,
        refused=found.refused,
        lent=found.lent,
        due=found.due,
        on_time=found.on_time,
        late=found.late,
        to_chase=found.to_chase,
        chased=found.chased_in_time,
    )


def _divisions(period: Period, found: Counts) -> Iterator[Block]:
    rows = [
        (of.name_th, *_figures(of.counts))
        for of in counts_by_division(period.start, period.end)
    ]
    rows.append((say("report_all"), *_figures(found)))
    yield Heading(level=2, text=say("report_divisions"))
    yield table("report", _WIDTHS, rows, caption=say("report_divisions"))


def _figures(found: Counts) -> tuple[int, ...]:
    return (
        found.asked,
        found.lent,
        found.due,
        found.on_time,
        found.late,
        found.to_chase,
        found.chased_in_time,
    )


def _still_open(period: Period) -> Iterator[Block]:
    after = period.end + timedelta(days=1)
    rows = queries.overdue(due_in(period.start, period.end), on=after)
    yield Heading(level=2, text=say("report_open"))
    found = [
        (n, loan, loan.division.name_th, day(loan.due_on), _last_chase(loan))
        for n, loan in enumerate(rows, 1)
    ]
    if found:
        yield table("report_open", _OPEN_WIDTHS, found, caption=say("report_open"))
    else:
        yield Paragraph(text=say("report_no_open"), style=Style.LINE)


def _last_chase(loan: Loan) -> str:
    chases = list(loan.chases.all())
    return day(chases[-1].chased_on) if chases else "–"


def _landscape(title: str, blocks: Iterable[Block]) -> Document:
    section = Section(
        orientation=Orientation.LANDSCAPE,
        numbering=Numbering.CORNER,
        blocks=tuple(blocks),
    )
    return Document(title=title, numerals=Numerals.THAI, sections=(section,))
