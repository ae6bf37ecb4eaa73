"""Writes docs/reference/frameworks.md: every shipped year's framework, to be read."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from prongsai.ita.frameworks import loader
from prongsai.ita.frameworks.model import (
    Confidence,
    Document,
    Element,
    Fact,
    Framework,
    Grounds,
    Item,
    Level,
    Question,
)

PAGE = Path(__file__).parent / "reference" / "frameworks.md"

MARKS = {
    Confidence.CONFIRMED: "●",
    Confidence.ONE_SOURCE: "◐",
    Confidence.INFERRED: "○",
}

INTRODUCTION = """\
# Frameworks: what the assessment of each year demands

Written by `docs/generate_frameworks.py` from `src/prongsai/ita/frameworks/data/`;
change the data, not this page. Years are Buddhist era and run from 1 October of
the year before to 30 September.

No NACC manual of these years was at hand: the facts come from public pages,
published code and documents received, named under *Sources* of each year.

- ● **confirmed** by two or more independent sources of that year
- ◐ **one source**
- ○ **inferred** from another year, another kind of agency or practice: check with
  the manual before relying on it

Facts that rest on memory alone are not loaded; what no source tells stands under
*Not known* of each year. *Not known* is never zero."""


def frameworks_page() -> str:
    """Return the page as Markdown."""
    years = [loader.load(year) for year in loader.available()]
    parts = [INTRODUCTION, _overview(years), _subjects(years), _keys(years)]
    parts += map(_year, years)
    return "\n\n".join(parts) + "\n"


def _overview(years: Sequence[Framework]) -> str:
    rows = []
    for year in years:
        items = year.items or ()
        elements = [e.grounds for item in items for e in item.elements or ()]
        rows.append(
            (
                f"[{year.year}](#fiscal-year-{year.year})",
                _value(year.item_count),
                str(len(items)),
                _count(item.grounds for item in items),
                _count(elements),
                _count(q.grounds for q in year.questions or ()),
            )
        )
    head = ("Year", "Items", "listed", "by confidence", "Elements", "Questions")
    return "## Overview\n\n" + _table(head, rows)


def _subjects(years: Sequence[Framework]) -> str:
    """Return which item is about a subject in each year."""
    names = sorted({s for y in years for i in y.items or () for s in i.subjects})
    rows = []
    for name in names:
        found = [year.item_about(name) for year in years]
        rows.append((f"`{name}`", *(item.code if item else "–" for item in found)))
    head = ("Subject", *(str(year.year) for year in years))
    text = (
        "## Subjects across the years\n\n"
        "Item numbers move, merge and part; a subject keeps its name, and the\n"
        "requirement keys below begin with it. A dash: no item of that year is known."
    )
    return text + "\n\n" + _table(head, rows)


def _keys(years: Sequence[Framework]) -> str:
    """Return where each requirement stands in each year."""
    keys = sorted(
        {e.key for y in years for i in y.items or () for e in i.elements or ()}
    )
    rows = []
    for key in keys:
        places = [_place(year, key) for year in years]
        rows.append((f"`{key}`", *places))
    head = ("Requirement key", *(str(year.year) for year in years))
    text = (
        "## Requirement keys across the years\n\n"
        "The same subject keeps its key while item numbers move. A dash means that no\n"
        "source shows the year asking for it, not that it does not."
    )
    return text + "\n\n" + _table(head, rows)


def _place(year: Framework, key: str) -> str:
    found = year.demands(key)
    return f"{found[0].code} {_mark(found[1].grounds)}" if found else "–"


def _year(year: Framework) -> str:
    parts = [
        f"## Fiscal year {year.year}",
        _summary(year),
        "### Instruments and indicators",
        _instruments(year),
        _indicators(year),
        "### Levels: the first that fits",
        _table(
            ("Level", "English", "Total", "Each instrument", "Passes", "Grounds"),
            map(_level, year.levels),
        ),
        "### Items",
        _subindicators(year),
        _listed(year),
        _items(year),
        *_questions(year),
        *_documents(year),
        *_rules(year),
        *_calendar(year),
        "### Not known",
        "\n".join(f"- {gap.en} ({gap.th})" for gap in year.missing),
        "### Sources",
        "\n".join(f"- **{code}**: {text}" for code, text in year.sources.items()),
    ]
    return "\n\n".join(part for part in parts if part)


def _summary(year: Framework) -> str:
    mark, count = _value(year.pass_mark), _value(year.item_count)
    return f"Revision {year.revision}. Pass mark {mark}. OIT items: {count}."


def _instruments(year: Framework) -> str:
    rows = (
        (i.code, i.th, i.en, f"{i.weight * 100:.0f} %", _grounds(i.grounds))
        for i in year.instruments
    )
    return _table(("Code", "Title", "English", "Weight", "Grounds"), rows)


def _indicators(year: Framework) -> str:
    rows = (
        (
            str(i.number),
            i.instrument,
            " / ".join((i.th, *i.aliases)),
            i.en,
            _grounds(i.grounds),
        )
        for i in year.indicators
    )
    return _table(("No.", "Instrument", "Title", "English", "Grounds"), rows)


def _level(level: Level) -> tuple[str, ...]:
    each = level.min_each_instrument
    return (
        level.th,
        level.en,
        f"≥ {level.min_total}",
        f"≥ {each}" if each is not None else "–",
        "yes" if level.passes else "no",
        _grounds(level.grounds),
    )


def _subindicators(year: Framework) -> str:
    if year.subindicators is None:
        return "Sub-indicators: not known."
    rows = (
        (s.code, s.th, s.en, _value(s.count), _grounds(s.grounds))
        for s in year.subindicators
    )
    return _table(("Code", "Sub-indicator", "English", "Items", "Grounds"), rows)


def _listed(year: Framework) -> str:
    listed = len(year.items or ())
    if year.item_count is None or listed == year.item_count.value:
        return ""
    return f"Listed below: {listed} of {year.item_count.value}; see *Not known*."


def _items(year: Framework) -> str:
    if year.items is None:
        return "Items: not known."
    head = ("Item", "Group", "Title", "English", "What it must show", "When and how")
    rows = (
        (
            f"**{item.code}**",
            item.sub or "?",
            f"{item.th} {_grounds(item.grounds)}",
            " ".join([item.en, *(f"`{subject}`" for subject in item.subjects)]),
            _elements(item),
            "<br>".join(_conditions(item)),
        )
        for item in year.items
    )
    return _table(head, rows)


def _elements(item: Item) -> str:
    if item.elements is None:
        return "not known"
    return "<br>".join(map(_element, item.elements))


def _element(element: Element) -> str:
    local = " (local governments)" if element.local_only else ""
    when = (
        f" ({element.when.value} {_mark(element.when.grounds)})" if element.when else ""
    )
    return f"{_mark(element.grounds)} {element.th}{when}{local} `{element.key}`"


def _conditions(item: Item) -> Iterator[str]:
    facts: dict[str, Fact[int] | Fact[str] | None] = {
        "data of": item.data_year,
        "period": item.period,
        "scope": item.scope,
        "form": item.form,
    }
    if item.for_each:
        yield f"for each: {', '.join(item.for_each.value)} {_mark(item.for_each.grounds)}"
    for name, fact in facts.items():
        if fact is not None:
            yield f"{name}: {_value(fact)}"
    if item.cut_off:
        yield f"until {item.cut_off.value.isoformat()} {_mark(item.cut_off.grounds)}"
    if item.formats:
        yield f"as {', '.join(item.formats.value)} {_mark(item.formats.grounds)}"


def _questions(year: Framework) -> Iterator[str]:
    if year.questions is None:
        return
    yield "### Questions, in our own words"
    head = ("Code", "Indicator", "Asks about", "Parts", "Scale", "Grounds")
    yield _table(head, map(_question, year.questions))
    scales = (
        (
            s.code,
            ", ".join(s.labels) or "–",
            ", ".join(map(str, s.values)),
            _grounds(s.grounds),
        )
        for s in year.scales or ()
    )
    yield _table(("Scale", "Answers", "Points", "Grounds"), scales)


def _question(question: Question) -> tuple[str, ...]:
    own = {part.scale for part in question.parts if part.scale}
    return (
        question.code,
        str(question.indicator),
        question.th,
        ", ".join(part.th for part in question.parts) or "–",
        question.scale or ", ".join(sorted(own)) or "not known",
        _grounds(question.grounds),
    )


def _documents(year: Framework) -> Iterator[str]:
    if year.documents is None:
        return
    yield "### Documents"
    yield "\n".join(line for document in year.documents for line in _document(document))


def _document(document: Document) -> Iterator[str]:
    where = document.item or "item number not known"
    yield f"- **{document.en}** ({where}): {document.th} {_grounds(document.grounds)}"
    if document.based_on:
        yield f"  - from the result of {_value(document.based_on)}"
    for layout in document.layouts or ():
        columns = " · ".join(layout.columns)
        yield f"  - table ({layout.code}): {columns} {_grounds(layout.grounds)}"


def _rules(year: Framework) -> Iterator[str]:
    if not year.rules:
        return
    yield "### Rules"
    yield "\n".join(
        f"- {rule.instrument or 'All'}: {rule.en} ({rule.th}) {_grounds(rule.grounds)}"
        for rule in year.rules
    )


def _calendar(year: Framework) -> Iterator[str]:
    if year.calendar is None:
        return
    yield "### Calendar"
    rows = ((e.th, e.en, e.text, _grounds(e.grounds)) for e in year.calendar)
    yield _table(("Event", "English", "When", "Grounds"), rows)


def _mark(grounds: Grounds) -> str:
    return MARKS[grounds.confidence]


def _grounds(grounds: Grounds) -> str:
    note = f"; {grounds.note}" if grounds.note else ""
    return f"{_mark(grounds)} {', '.join(grounds.source)}{note}"


def _value(fact: Fact[int] | Fact[str] | Fact[Decimal] | None) -> str:
    if fact is None:
        return "not known"
    return f"{fact.value} {_mark(fact.grounds)}"


def _count(grounds: Iterable[Grounds]) -> str:
    found = [each.confidence for each in grounds]
    parts = [f"{MARKS[c]} {found.count(c)}" for c in Confidence if c in found]
    return " ".join(parts) or "none"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(
        f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |"
        for line in lines
    )


if __name__ == "__main__":
    PAGE.write_text(frameworks_page(), encoding="utf-8")
    print(f"wrote {PAGE}")
