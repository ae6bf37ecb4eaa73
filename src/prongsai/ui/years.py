"""A fiscal year as a picture: a bar for each work, marks for its steps, a line for today.

Drawn by attributes alone, as ``painting`` does, with a table of the same facts. What a
mark says is never colour alone: done is a full circle, due an empty one, late a square.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from lxml import etree

from prongsai.ita.thai import dates
from prongsai.ita.thai.segmenting import segment
from prongsai.ui import painting
from prongsai.ui.charts import WIDTH, Chart
from prongsai.ui.tables import Cell, Column, Row, Table
from prongsai.ui.writing import ENGLISH_MONTHS, in_english, short_date

MarkState: TypeAlias = Literal["done", "due", "late"]
_Point: TypeAlias = tuple[float, float]

_HEAD, _ROW, _FOOT, _EDGE = 30, 48, 44, 6
_BAR, _BAR_TOP, _MARK = 14, 26, 6.5
_LABEL = 74  # letters that fit over a bar
_MONTHS = 12
_INK, _SOFT, _LINE = (
    "var(--ink, #23211e)",
    "var(--soft, #5a544c)",
    "var(--line, #ddd6cc)",
)
_OFFICE, _TINT = "var(--office-ink, #0b5563)", "var(--sand, #f1ede7)"
_BAD, _NOW = "var(--bad, #a3262a)", "var(--accent, #b45309)"


_HALO = {
    "stroke": "var(--white, #fff)",
    "stroke-width": "4",
    "stroke-linejoin": "round",
    "paint-order": "stroke",
}


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One step on its due day, or on the day it was done; without a day it only counts."""

    on: date | None
    state: MarkState


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One work: what it is called, from when to when, its steps, how far it is in words."""

    label: str
    start: date | None = None
    end: date | None = None
    marks: Sequence[Mark] = ()
    standing: str = ""
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class _Year:
    """The days a picture shows, and where each stands on it."""

    first: date
    last: date

    def place(self, day: date) -> float:
        """Return how far right a day stands; days outside stand at the edge."""
        days = (self.last - self.first).days + 1
        inside = min(max((day - self.first).days, 0), days)
        return round(_EDGE + inside / days * (WIDTH - 2 * _EDGE), 1)

    def months(self) -> list[date]:
        """Return the first days of its months."""
        months = [self.first.month - 1 + n for n in range(_MONTHS)]
        return [date(self.first.year + n // 12, n % 12 + 1, 1) for n in months]


def year(
    caption: str, *, first: date, bars: Sequence[Bar], today: date | None, alt: str = ""
) -> Chart:
    """Draw the twelve months from the ``first`` day on; ``today`` is a line in them."""
    last = date(first.year + 1, first.month, 1)
    shown = _Year(first=first, last=date.fromordinal(last.toordinal() - 1))
    table = _table(caption, bars)
    if not bars:
        empty = format_html(
            '<p class="nothing">{}</p>', _("There is nothing to draw yet.")
        )
        return Chart(caption=caption, svg=empty, table=table)
    said = alt or _("The days and steps stand in the table beside the picture.")
    svg = _picture(shown, bars, caption=caption, alt=said, today=today)
    return Chart(caption=caption, svg=svg, table=table)


def _picture(
    shown: _Year, bars: Sequence[Bar], *, caption: str, alt: str, today: date | None
) -> SafeString:
    height = _HEAD + _ROW * len(bars) + _FOOT
    tree = etree.fromstring(f'<svg xmlns="{painting.SVG.strip("{}")}"/>')
    tree.set("viewBox", f"0 0 {WIDTH} {height}")
    _draw_months(tree, shown, height - _FOOT)
    if today is not None and shown.first <= today <= shown.last:
        _draw_today(tree, shown.place(today), height - _FOOT)
    for place, bar in enumerate(bars):
        _draw_bar(tree, shown, bar, top=_HEAD + place * _ROW)
    _draw_legend(tree, height - _FOOT / 2)
    return painting.named(tree, title=caption, text=alt)


def _draw_months(tree: etree._Element, shown: _Year, bottom: float) -> None:
    wide = (WIDTH - 2 * _EDGE) / _MONTHS
    for month in shown.months():
        x = shown.place(month)
        _line(tree, x, (_HEAD - 4, bottom), colour=_LINE)
        _text(tree, (x + wide / 2, 18), _month(month), anchor="middle", colour=_SOFT)
    _line(tree, WIDTH - _EDGE, (_HEAD - 4, bottom), colour=_LINE)


def _draw_bar(tree: etree._Element, shown: _Year, bar: Bar, *, top: float) -> None:
    label = _text(tree, (_EDGE, top + 17), _short(bar.label))
    for name, value in _HALO.items():
        label.set(name, value)
    middle = top + _BAR_TOP + _BAR / 2
    if bar.start is not None and bar.end is not None:
        left = shown.place(bar.start)
        right = shown.place(date.fromordinal(bar.end.toordinal() + 1))
        _add(
            tree, "rect", x=left, y=top + _BAR_TOP, width=max(right - left, 3),
            height=_BAR, rx=3, fill=_TINT, stroke=_OFFICE,
        )  # fmt: skip
    for mark in bar.marks:
        if mark.on is not None:
            _draw_mark(tree, (shown.place(mark.on), middle), mark.state)


def _draw_mark(tree: etree._Element, at: _Point, state: MarkState) -> None:
    x, y = at
    if state == "late":
        corner = _MARK - 0.5
        _add(
            tree, "rect", x=x - corner, y=y - corner, width=2 * corner,
            height=2 * corner, fill=_BAD, stroke="#fff",
        )  # fmt: skip
        return
    fill = _OFFICE if state == "done" else "#fff"
    _add(tree, "circle", cx=x, cy=y, r=_MARK, fill=fill, stroke=_OFFICE)


def _draw_today(tree: etree._Element, x: float, bottom: float) -> None:
    _line(tree, x, (_HEAD - 4, bottom), colour=_NOW, dashes="5 4")


def _draw_legend(tree: etree._Element, y: float) -> None:
    words: list[tuple[MarkState, str]] = [
        ("done", pgettext("step", "done")),
        ("due", pgettext("step", "due")),
        ("late", pgettext("step", "late")),
    ]
    for place, (state, word) in enumerate(words):
        x = _EDGE + 10 + place * 140
        _draw_mark(tree, (x, y), state)
        _text(tree, (x + 14, y + 5), word, colour=_SOFT)
    x = _EDGE + 10 + len(words) * 140
    _line(tree, x, (y - 12, y + 12), colour=_NOW, dashes="5 4")
    _text(tree, (x + 10, y + 5), _("today"), colour=_SOFT)


def _line(
    tree: etree._Element,
    x: float,
    span: _Point,
    *,
    colour: str,
    dashes: str = "",
) -> None:
    more = {"stroke-dasharray": dashes, "stroke-width": "2"} if dashes else {}
    _add(
        tree,
        "path",
        more,
        d=f"M{x:g} {span[0]:g}V{span[1]:g}",
        fill="none",
        stroke=colour,
    )


def _text(
    tree: etree._Element,
    at: _Point,
    said: str,
    *,
    anchor: str = "start",
    colour: str = _INK,
) -> etree._Element:
    more = {"font-size": "15", "text-anchor": anchor}
    text = _add(tree, "text", more, x=at[0], y=at[1], fill=colour)
    text.text = said
    return text


def _add(
    tree: etree._Element,
    tag: str,
    more: dict[str, str] | None = None,
    **painted: float | str,
) -> etree._Element:
    plain = {
        name: value if isinstance(value, str) else f"{value:g}"
        for name, value in painted.items()
    }
    return etree.SubElement(tree, f"{painting.SVG}{tag}", plain | (more or {}))


def _month(day: date) -> str:
    if in_english():
        return ENGLISH_MONTHS[day.month - 1][:3]
    return dates.SHORT_MONTHS[day.month - 1]


def _short(label: str) -> str:
    """Cut a label between words where it would run out of the picture."""
    plain = " ".join(label.split())
    if len(plain) <= _LABEL:
        return plain
    kept = ""
    for word in segment(plain):
        if len(kept) + len(word) >= _LABEL:
            break
        kept += word
    return f"{kept.rstrip()}…"


def _table(caption: str, bars: Sequence[Bar]) -> Table:
    columns = [
        Column("label", _("What")),
        Column("start", _("Begins")),
        Column("end", _("Ends")),
        Column("done", _("Steps done"), numeric=True),
        Column("late", _("Steps late"), numeric=True),
        Column("next", _("Next step due")),
        Column("standing", _("State")),
    ]
    return Table(
        caption, columns=columns, rows=[Row(cells=list(_cells(bar))) for bar in bars]
    )


def _cells(bar: Bar) -> Iterator[Cell]:
    states = [mark.state for mark in bar.marks]
    done, late = states.count("done"), states.count("late")
    coming = sorted(mark.on for mark in bar.marks if mark.state != "done" and mark.on)
    yield Cell(bar.label, href=bar.href)
    yield _day(bar.start)
    yield _day(bar.end)
    yield Cell(f"{done}/{len(states)}", value=done)
    yield Cell(str(late), value=late, tone="bad" if late else "")
    yield _day(coming[0] if coming else None)
    yield Cell(bar.standing)


def _day(day: date | None) -> Cell:
    return Cell(short_date(day) if day else "–", value=day)
