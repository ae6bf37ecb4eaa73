"""An item of a framework and parts that show all it asks for, clean, to plant faults in."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from prongsai.ita.disclosure import periods
from prongsai.ita.disclosure.checking import check
from prongsai.ita.disclosure.model import (
    Shown,
    ShownFile,
    ShownLink,
    ShownPart,
    ShownTable,
)
from prongsai.ita.frameworks import loader
from prongsai.ita.thai import fiscal

ON = date(2026, 6, 1)
KINDS = {"PDF": "pdf", "Excel": "xlsx"}
CELL = st.text(alphabet="กขคงabc", min_size=1, max_size=6)


def framework(year=2569):
    return loader.load(year)


def item(code, year=2569):
    return framework(year).item(code)


def times(asked, year=2569):
    """The year and the period an item asks for, as a part states them."""
    expected = periods.expected(asked)
    data_year = asked.data_year.value if asked.data_year else year
    if expected is None:
        return {"data_year": data_year, "ends": fiscal.last_day(data_year)}
    return {
        "data_year": data_year,
        "starts": expected.start or fiscal.first_day(data_year),
        "ends": expected.end,
    }


def table(rows=(("หนึ่ง", "1"), ("สอง", "2"))):
    columns = tuple((f"คอลัมน์ {n}", f"Column {n}") for n in range(1, len(rows[0]) + 1))
    return ShownTable(key="t", title=("ตาราง", "Table"), columns=columns, rows=rows)


def files(asked):
    wanted = asked.formats.value if asked.formats else ("PDF",)
    return tuple(
        ShownFile(name=f"file.{KINDS[w]}", kind=KINDS[w], opens=True, has_text=True)
        for w in wanted
    )


def clean_part(asked, keys=None, **fields):
    whole = frozenset(e.key for e in asked.elements or ()) if keys is None else keys
    given = {
        "title": ("ส่วนทดลอง", "Trial part"),
        "text": "ข้อความ",
        "tables": (table(),),
        "files": files(asked),
        "links": (ShownLink(url="https://example.go.th/", outcome="up"),),
        **times(asked),
    }
    return ShownPart(keys=whole, kind="text", **given | fields)


def clean(asked):
    return Shown(parts=(clean_part(asked),), reachable=True)


def codes(asked, shown, *, on=ON, **options):
    """The codes of what the check finds, without the name of the topic."""
    found = check(framework(), asked, shown, on=on, **options)
    return [one.code.removeprefix("disclosure.") for one in found.findings]


def with_part(shown, **fields):
    """The same with its first part changed."""
    first, *rest = shown.parts
    return replace(shown, parts=(replace(first, **fields), *rest))


@st.composite
def clean_items(draw):
    """Any item of the year, its elements spread over one to three clean parts."""
    asked = draw(st.sampled_from(framework().items))
    keys = [e.key for e in asked.elements or ()]
    count = draw(st.integers(1, min(3, len(keys))))
    places = [draw(st.integers(0, count - 1)) for _ in keys[count:]]
    spread = [{key} for key in keys[:count]]
    for key, place in zip(keys[count:], places, strict=True):
        spread[place].add(key)
    width = draw(st.integers(1, 4))
    rows = tuple(draw(st.lists(st.tuples(*[CELL] * width), min_size=1, max_size=5)))
    parts = tuple(
        clean_part(asked, frozenset(one), tables=(table(rows),)) for one in spread
    )
    return asked, Shown(parts=parts, reachable=draw(st.sampled_from([True, None])))
