"""The texts of a report that people may write themselves, each with what was drafted."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from prongsai.ita.documents.model.report import Item
from prongsai.ita.documents.reading.meaning.items import marks_in, split_items
from prongsai.registers.reports.models import Passage, Report

INTRODUCTION, CLOSING = "introduction", "closing"


@dataclass(frozen=True, kw_only=True)
class Text:
    """One place that can be written: what the records say there, what a person wrote.

    ``draft`` is drafted from the records as they are now; a passage keeps the draft it
    replaced.
    """

    key: str
    draft: str
    passage: Passage | None = None

    @property
    def text(self) -> str:
        """What the report says here."""
        return self.draft if self.passage is None else self.passage.text

    @property
    def is_stale(self) -> bool:
        """Whether the records have changed under what a person wrote."""
        return self.passage is not None and self.passage.draft != self.draft


@dataclass
class Texts:
    """The texts of one report while it is composed."""

    passages: Mapping[str, Passage]
    found: dict[str, Text] = field(default_factory=dict)

    def add(self, key: str, draft: str) -> str:
        """Say what is drafted for a place; return what the report says there."""
        text = Text(key=key, draft=draft.strip(), passage=self.passages.get(key))
        self.found[key] = text
        return text.text

    def was_written(self, key: str) -> bool:
        """Whether a person wrote this place."""
        return key in self.passages


def texts_of(report: Report) -> Texts:
    """Return what people wrote in a report."""
    return Texts(passages={p.key: p for p in report.passages.all()})


def points(text: str) -> tuple[Item, ...]:
    r"""Return a written text as the points of a cell; lines of several are numbered.

    >>> [(i.marker, i.text) for i in points("ติดป้ายแล้ว\nแจกแผ่นพับแล้ว")]
    [('1.', 'ติดป้ายแล้ว'), ('2.', 'แจกแผ่นพับแล้ว')]
    >>> [(i.marker, i.text) for i in points("- ติดป้ายแล้ว\n- แจกแผ่นพับแล้ว")]
    [('-', 'ติดป้ายแล้ว'), ('-', 'แจกแผ่นพับแล้ว')]
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and not any(_begins_with_marker(line) for line in lines):
        lines = [f"{number}. {line}" for number, line in enumerate(lines, 1)]
    return split_items(lines)


def numbered(items: tuple[Item, ...], *, marker: str = "{}.") -> tuple[Item, ...]:
    """Give markers to points that have none: a cell of several is read as one otherwise.

    >>> [i.marker for i in numbered((Item(marker="", text="a"), Item(marker="", text="b")))]
    ['1.', '2.']
    """
    bare = len(items) > 1 and not any(item.marker for item in items)
    return tuple(
        replace(
            item,
            marker=marker.format(number) if bare else item.marker,
            items=numbered(item.items, marker="-"),
        )
        for number, item in enumerate(items, 1)
    )


def flat(items: tuple[Item, ...], depth: int = 0) -> str:
    """Return points as a text a person can go on writing: one line each."""
    lines = []
    for item in items:
        lines.append("  " * depth + f"{item.marker} {item.text}".strip())
        if item.items:
            lines.append(flat(item.items, depth + 1))
    return "\n".join(lines)


def _begins_with_marker(line: str) -> bool:
    marks = marks_in(line)
    return bool(marks) and marks[0].start == 0
