"""The report of an annual check as a document: figures, differences, signatures."""

from collections.abc import Iterator, Sequence

from prongsai.foundations.organisations.models import Organisation
from prongsai.ita.documents.rendering.blocks import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Line,
    Numbering,
    Numerals,
    Orientation,
    Paragraph,
    Row,
    Section,
    Signature,
    Style,
    Table,
)
from prongsai.ita.documents.rendering.sentences import OFFICIAL
from prongsai.ita.thai.dates import long_date
from prongsai.registers.lending.documents.count_sheet import role_of
from prongsai.registers.lending.documents.wording import condition, say, titles
from prongsai.registers.lending.models.checks import CheckItem, StockCheck
from prongsai.registers.lending.queries import checks as queries
from prongsai.registers.lending.states.assets import Condition

_CONDITION_WIDTHS = (6, 3, 3)
_DIFFERENCE_WIDTHS = (1, 3.2, 5, 2, 1.6, 2.4, 3.6, 3)
_SURPLUS_WIDTHS = (1, 6, 2, 3, 4, 4)


def check_report(stock_check: StockCheck, *, office: Organisation) -> Document:
    """Return the report, ready to be painted as PDF or DOCX."""
    title = say("report_title", year=stock_check.fiscal_year)
    blocks = (
        Heading(level=1, text=title),
        Paragraph(text=OFFICIAL.text(office.name_th), style=Style.CENTRE),
        *(Paragraph(text=text) for text in _opening(stock_check)),
        Heading(level=2, text=say("conditions_heading")),
        _conditions(stock_check),
        Heading(level=2, text=say("differences_heading")),
        _differences(stock_check),
        Heading(level=2, text=say("surplus_heading")),
        _surplus(stock_check),
        Paragraph(text=opinion(stock_check)),
        *_signatures(stock_check),
    )
    section = Section(
        orientation=Orientation.LANDSCAPE, numbering=Numbering.CORNER, blocks=blocks
    )
    return Document(title=title, numerals=Numerals.THAI, sections=(section,))


def facts_in_words(stock_check: StockCheck) -> str:
    """Return the figures of a check as one sentence."""
    figures = queries.summary(stock_check)
    return say(
        "totals",
        lines=f"{figures.expected.lines:,}",
        things=f"{figures.expected.things:,}",
        found=f"{figures.found.things:,}",
        lacking=f"{figures.lacking.things:,}",
        surplus=f"{figures.surplus.lines:,}",
    )


def order_in_words(stock_check: StockCheck) -> str:
    """Return the sentence about the order that appointed the committee."""
    return say(
        "order",
        order=stock_check.order_number,
        date=long_date(stock_check.order_date),
        year=stock_check.fiscal_year,
    )


def opinion(stock_check: StockCheck) -> str:
    """Return what the committee proposes: fact-finding, or nothing to find."""
    figures = queries.summary(stock_check)
    defective = set(figures.by_condition) - {Condition.USABLE}
    bad = bool(defective) or figures.lacking.lines > 0
    return say("opinion" if bad else "no_defects")


def _opening(stock_check: StockCheck) -> Iterator[str]:
    started = stock_check.started_at
    yield order_in_words(stock_check)
    yield say(
        "work",
        started=long_date(started.date() if started else stock_check.starts_on),
        due=long_date(stock_check.due_on),
    )
    yield facts_in_words(stock_check)


def _conditions(stock_check: StockCheck) -> Block:
    figures = queries.summary(stock_check)
    rows = [
        (condition(value), f"{tally.lines:,}", f"{tally.things:,}")
        for value in Condition.values
        if (tally := figures.by_condition.get(value))
    ]
    lacking = figures.lacking
    rows.append((say("missing_row"), f"{lacking.lines:,}", f"{lacking.things:,}"))
    return _table("conditions", rows, _CONDITION_WIDTHS, centred={1, 2})


def _differences(stock_check: StockCheck) -> Block:
    rows = [
        (str(number), *_difference(item))
        for number, item in enumerate(queries.differences(stock_check), 1)
    ]
    if not rows:
        return Paragraph(text=say("no_differences"), style=Style.LINE)
    return _table("differences", rows, _DIFFERENCE_WIDTHS, centred={0, 3, 4})


def _difference(item: CheckItem) -> tuple[str, ...]:
    return (
        item.code,
        item.name_th,
        f"{item.expected:,}",
        f"{item.found or 0:,}",
        condition(item.condition) or say("missing_row"),
        item.place,
        item.note,
    )


def _surplus(stock_check: StockCheck) -> Block:
    rows = [
        (
            str(number),
            found.description,
            f"{found.quantity:,}",
            condition(found.condition),
            found.place,
            found.note,
        )
        for number, found in enumerate(queries.surplus(stock_check), 1)
    ]
    if not rows:
        return Paragraph(text=say("no_surplus"), style=Style.LINE)
    return _table("surplus", rows, _SURPLUS_WIDTHS, centred={0, 2})


def _table(
    name: str,
    rows: Sequence[tuple[str, ...]],
    widths: tuple[float, ...],
    *,
    centred: set[int],
) -> Table:
    heads = zip(titles(f"{name}_columns"), widths, strict=True)
    columns = tuple(
        Column(
            title=title,
            width=width,
            align=Align.CENTRE if n in centred else Align.START,
        )
        for n, (title, width) in enumerate(heads)
    )
    return Table(
        caption=say(f"{name}_heading"),
        columns=columns,
        rows=tuple(
            Row(cells=tuple((Line(text=OFFICIAL.text(text)),) for text in row))
            for row in rows
        ),
    )


def _signatures(stock_check: StockCheck) -> Iterator[Signature]:
    members = list(stock_check.members.all())
    for member in members:
        yield Signature(
            name=member.user.get_full_name(),
            position=role_of(member.is_chair, len(members)),
        )
