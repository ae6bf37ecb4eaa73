"""From the tables of a framework file to the parts of a ``Framework``."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import TypeVar

from prongsai.ita.frameworks.model import (
    Aspect,
    Document,
    Element,
    Event,
    Indicator,
    Instrument,
    InstrumentCode,
    Item,
    Layout,
    Level,
    LevelScheme,
    Missing,
    Part,
    Question,
    Rule,
    Scale,
    SubIndicator,
)
from prongsai.ita.frameworks.table import Table

E = TypeVar("E", bound=StrEnum)


def instruments(file: Table) -> Iterator[Instrument]:
    """Read ``[instruments.IIT]`` and the like."""
    for code, table in file.named("instruments"):
        yield Instrument(
            code=_one_of(InstrumentCode, code, table),
            th=table.text("th"),
            en=table.text("en"),
            weight=table.number("weight"),
            grounds=table.grounds(),
        )


def indicators(file: Table) -> Iterator[Indicator]:
    """Read ``[indicators.1]`` and the like."""
    for number, table in file.named("indicators"):
        yield Indicator(
            number=_number(number, table),
            instrument=_one_of(InstrumentCode, table.text("instrument"), table),
            th=table.text("th"),
            en=table.text("en"),
            aliases=table.texts("aliases") if table.has("aliases") else (),
            grounds=table.grounds(),
        )


def subindicators(file: Table) -> Iterator[SubIndicator]:
    """Read ``[subindicators."9.1"]`` …: the indicator is the number before the dot."""
    for code, table in file.named("subindicators"):
        yield SubIndicator(
            code=code,
            indicator=_number(code.partition(".")[0], table),
            th=table.text("th"),
            en=table.text("en"),
            count=table.fact("count", Table.integer),
            grounds=table.grounds(),
        )


def scales(file: Table) -> Iterator[Scale]:
    """Read ``[scales.four-step]`` and the like."""
    for code, table in file.named("scales"):
        yield Scale(
            code=code,
            values=table.numbers("values"),
            labels=table.texts("labels") if table.has("labels") else (),
            grounds=table.grounds(),
        )


def items(file: Table, known_scales: dict[str, Scale]) -> Iterator[Item]:
    """Read ``[items.o1]`` …, each with its elements."""
    for code, table in file.named("items"):
        yield Item(
            code=code,
            number=_number(code.removeprefix("o"), table),
            th=table.text("th"),
            en=table.text("en"),
            sub=table.text_or_none("sub"),
            subjects=table.texts("subjects"),
            elements=tuple(_elements(table)) if table.has("elements") else None,
            for_each=table.fact("for_each", Table.texts),
            data_year=table.fact("data_year", Table.integer),
            cut_off=table.fact("cut_off", Table.day),
            period=table.fact("period", Table.text),
            scope=table.fact("scope", Table.text),
            form=table.fact("form", Table.text),
            formats=table.fact("formats", Table.texts),
            scale=_scale(table, known_scales),
            grounds=table.grounds(),
        )


def level_scheme(table: Table) -> LevelScheme:
    """Read the ``scheme`` of ``[levels]``."""
    return _one_of(LevelScheme, table.text("scheme"), table)


def levels(table: Table) -> Iterator[Level]:
    """Read ``[[levels.rules]]``, the first that fits coming first."""
    for row in table.rows("rules"):
        has_minimum = row.has("min_each_instrument")
        yield Level(
            code=row.text("code"),
            th=row.text("th"),
            en=row.text("en"),
            min_total=row.number("min_total"),
            min_each_instrument=(
                row.number("min_each_instrument") if has_minimum else None
            ),
            passes=row.flag("passes"),
            caveat=row.text_or_none("caveat"),
            grounds=row.grounds(),
        )


def questions(file: Table) -> Iterator[Question]:
    """Read ``[questions.i1]`` and the like."""
    for code, table in file.named("questions"):
        yield Question(
            code=code,
            indicator=table.integer("indicator"),
            th=table.text("th"),
            scale=table.text_or_none("scale"),
            parts=tuple(
                Part(th=row.text("th"), scale=row.text_or_none("scale"))
                for row in (table.rows("parts") if table.has("parts") else ())
            ),
            grounds=table.grounds(),
        )


def calendar(file: Table) -> Iterator[Event]:
    """Read ``[calendar.announcement]`` and the like."""
    for code, table in file.named("calendar"):
        yield Event(
            code=code,
            th=table.text("th"),
            en=table.text("en"),
            text=table.text("text"),
            start=_day(table, "start"),
            end=_day(table, "end"),
            grounds=table.grounds(),
        )


def aspects(file: Table) -> Iterator[Aspect]:
    """Read ``[aspects.1]`` and the like."""
    for number, table in file.named("aspects"):
        yield Aspect(
            number=_number(number, table),
            th=table.text("th"),
            en=table.text("en"),
            grounds=table.grounds(),
        )


def documents(file: Table) -> Iterator[Document]:
    """Read ``[documents.analysis]`` …, each with the layouts of its table."""
    for code, table in file.named("documents"):
        yield Document(
            code=code,
            item=table.text_or_none("item"),
            th=table.text("th"),
            en=table.text("en"),
            based_on=table.fact("based_on", Table.integer),
            sections=table.fact("sections", Table.texts),
            layouts=tuple(_layouts(table)) if table.has("layouts") else None,
            grounds=table.grounds(),
        )


def rules(file: Table) -> Iterator[Rule]:
    """Read ``[[rules]]``."""
    for row in file.rows("rules") if file.has("rules") else ():
        code = row.text_or_none("instrument")
        yield Rule(
            instrument=None if code is None else _one_of(InstrumentCode, code, row),
            th=row.text("th"),
            en=row.text("en"),
            grounds=row.grounds(),
        )


def missing(file: Table) -> Iterator[Missing]:
    """Read ``[[missing]]``."""
    for row in file.rows("missing") if file.has("missing") else ():
        yield Missing(about=row.text("about"), th=row.text("th"), en=row.text("en"))


def _elements(item: Table) -> Iterator[Element]:
    for row in item.rows("elements"):
        yield Element(
            key=row.text("key"),
            th=row.text("th"),
            local_only=row.flag("local_only"),
            when=row.fact("when", Table.text),
            grounds=row.grounds(),
        )


def _layouts(document: Table) -> Iterator[Layout]:
    for code, table in document.named("layouts"):
        columns = table.texts("columns")
        yield Layout(code=code, columns=columns, grounds=table.grounds())


def _scale(item: Table, known: dict[str, Scale]) -> Scale | None:
    code = item.text_or_none("scale")
    if code is not None and code not in known:
        item.problem("unknown-scale", "scale", scale=code)
    return known.get(code or "")


def _day(table: Table, name: str) -> date | None:
    return table.day(name) if table.has(name) else None


def _number(text: str, table: Table) -> int:
    if text.isascii() and text.isdigit() and not text.startswith("0"):
        return int(text)
    table.reading.note("no-number", table.where)
    return 0


def _one_of(kind: type[E], word: str, table: Table) -> E:
    if word in set(kind):
        return kind(word)
    table.reading.note("unknown-word", table.where, found=word, known=", ".join(kind))
    return next(iter(kind))
