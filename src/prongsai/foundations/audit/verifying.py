"""Recompute an office's chain line by line and say what was done to it, if anything."""

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet

from prongsai.foundations.audit.chain import digest_of
from prongsai.foundations.audit.models import ChainHead, Event
from prongsai.foundations.organisations import tenancy

START = "0" * 64
AT_ONCE = 2000
"""How many lines are in memory at a time."""

MOST_TOLD = 100
"""After so many problems the rest is counted only: one cut damages all that follows."""


class Damage(StrEnum):
    """What can have been done to a line."""

    CHANGED = "changed"
    MISSING = "missing"
    MOVED = "moved"
    INSERTED = "inserted"
    REWRITTEN = "rewritten"
    CUT = "cut"
    NO_HEAD = "no-head"
    NOT_AS_NOTED = "not-as-noted"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What is wrong, from which line to which; ``other`` is where a moved line was."""

    damage: Damage
    number: int
    last: int
    other: int = 0


@dataclass(frozen=True, kw_only=True)
class Noted:
    """The end of the chain as somebody wrote it down earlier, outside this database."""

    number: int
    digest: str


@dataclass(frozen=True, kw_only=True)
class Report:
    """What a verification found; ``number`` and ``digest`` are the end, to be noted."""

    lines: int
    number: int
    digest: str
    problems: tuple[Problem, ...]
    untold: int = 0

    @property
    def is_intact(self) -> bool:
        """Whether every line is as it was written."""
        return not self.problems


class _Findings:
    """Collects problems, up to a limit."""

    def __init__(self) -> None:
        self.told: list[Problem] = []
        self.untold = 0

    def add(
        self, damage: Damage, number: int, *, last: int = 0, other: int = 0
    ) -> None:
        if len(self.told) >= MOST_TOLD:
            self.untold += 1
            return
        self.told.append(
            Problem(damage=damage, number=number, last=last or number, other=other)
        )


class _Walk:
    """Goes along the chain and remembers one line."""

    def __init__(self, findings: _Findings, noted: Iterable[Noted]) -> None:
        self.findings = findings
        self.noted = {note.number: note.digest for note in noted}
        self.lines = self.number = self.suspect = 0
        self.digest = START

    def step(self, event: Event) -> None:
        """Look at the next line."""
        self.lines += 1
        if event.number <= self.number:
            self.findings.add(Damage.INSERTED, event.number)
            return
        gap = event.number > self.number + 1
        if gap:
            self.findings.add(Damage.MISSING, self.number + 1, last=event.number - 1)
        self._compare(event, after_gap=gap)
        if self.noted.get(event.number, event.digest) != event.digest:
            self.findings.add(Damage.NOT_AS_NOTED, event.number)
        self.number, self.digest = event.number, event.digest

    def _compare(self, event: Event, *, after_gap: bool) -> None:
        """Compare a line with its own digest, and with the line before it."""
        if event.digest != digest_of(event):
            was = _former_number(event)
            damage = Damage.CHANGED if was is None else Damage.MOVED
            self.findings.add(damage, event.number, other=was or 0)
            self.suspect = event.number
        elif event.previous != self.digest and not after_gap:
            self.tell_rewritten(self.number or event.number)

    def tell_rewritten(self, number: int) -> None:
        """Tell of a line that is whole but is not the one the next was chained to."""
        if number != self.suspect:
            self.findings.add(Damage.REWRITTEN, number)


def verify(*, noted: Iterable[Noted] = ()) -> Report:
    """Verify the chain of the current office, also while lines are being added."""
    findings = _Findings()
    walk = _Walk(findings, noted)
    head = _follow(walk)
    _compare_end(walk, head)
    for number in sorted(number for number in walk.noted if number > walk.number):
        findings.add(Damage.NOT_AS_NOTED, number)
    return Report(
        lines=walk.lines,
        number=walk.number,
        digest=walk.digest,
        problems=tuple(findings.told),
        untold=findings.untold,
    )


def _follow(walk: _Walk) -> ChainHead | None:
    """Walk to the end; where lines came meanwhile, walk on."""
    reached: int | None = None
    while (head := _head()) is not None and head.number != reached:
        for event in _in_pieces(_lines(after=reached, to=head.number)):
            walk.step(event)
        reached = head.number
    return head


def _compare_end(walk: _Walk, head: ChainHead | None) -> None:
    """Compare the last line with what the office's chain should end with."""
    if head is None:
        for event in _in_pieces(_lines(after=None, to=None)):
            walk.step(event)
        if walk.lines:
            walk.findings.add(Damage.NO_HEAD, walk.number)
    elif walk.number < head.number:
        walk.findings.add(Damage.CUT, walk.number + 1, last=head.number)
    else:
        if walk.digest != head.digest:
            walk.tell_rewritten(walk.number)
        _tell_beyond(walk.findings, head)


def _tell_beyond(findings: _Findings, head: ChainHead) -> None:
    """Tell of lines behind the end, unless the end has moved on by itself meanwhile."""
    beyond = list(_lines(after=head.number, to=None)[: MOST_TOLD + 1])
    now = _head()
    for event in beyond:
        if now is None or event.number > now.number:
            findings.add(Damage.INSERTED, event.number)


def _head() -> ChainHead | None:
    return ChainHead.objects.filter(organisation=tenancy.required()).first()


def _lines(*, after: int | None, to: int | None) -> QuerySet[Event]:
    rows = Event.objects.filter(organisation=tenancy.required())
    if after is not None:
        rows = rows.filter(number__gt=after)
    if to is not None:
        rows = rows.filter(number__lte=to)
    return rows.order_by("number", "pk")


def _in_pieces(rows: QuerySet[Event]) -> Iterator[Event]:
    return rows.iterator(chunk_size=AT_ONCE)


def _former_number(event: Event) -> int | None:
    """Return the number a line was written under, when it is whole under another one.

    The neighbours it is chained to tell where to look; a moved neighbour still tells
    from the other side.
    """
    rows = Event.objects.filter(organisation=tenancy.required())
    before = rows.filter(digest=event.previous).values_list("number", flat=True)
    behind = rows.filter(previous=event.digest).values_list("number", flat=True)
    candidates = {number + 1 for number in before[:5]} | {n - 1 for n in behind[:5]}
    candidates |= {event.number - 1, event.number + 1}
    for number in sorted(candidates - {event.number}):
        moved = copy(event)
        moved.number = number
        if digest_of(moved) == event.digest:
            return number
    return None
