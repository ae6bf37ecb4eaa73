"""A frozen directory read back: who holds which position on a day, who reports to whom.

Works on the plain data of ``composing``, so that what was public years ago reads the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

Content = Mapping[str, Any]
Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """Somebody in a position: the person, the term, whether only acting."""

    seat: Row
    person: Row
    starts_on: str
    ends_on: str
    is_acting: bool
    basis: str


@dataclass(frozen=True, kw_only=True)
class Place:
    """A position in the structure, who sits there on a day, and what stands below it."""

    seat: Row
    sitting: Sequence[Sitting]
    below: Sequence["Place"]


class Reading:
    """The content of one version of the directory, with the questions asked of it."""

    def __init__(self, content: Content) -> None:
        self.content = content

    @cached_property
    def people(self) -> dict[object, Row]:
        """Everybody by key."""
        return {row["key"]: row for row in self.content["people"]}

    @cached_property
    def seats(self) -> dict[object, Row]:
        """Every position by key, abolished ones too."""
        return {row["key"]: row for row in self.content["seats"]}

    def standing(self, on: date) -> list[Row]:
        """Return the positions that are not abolished on a day."""
        day = on.isoformat()
        return [
            row
            for row in self.content["seats"]
            if not row["abolished_on"] or row["abolished_on"] > day
        ]

    def sitting(self, seat: Row, on: date) -> list[Sitting]:
        """Return who holds a position on a day; holders before those who act."""
        return self._by_seat(on).get(seat["key"], [])

    def _by_seat(self, on: date) -> dict[object, list[Sitting]]:
        found: dict[object, list[Sitting]] = {}
        for row in self._terms_on(on):
            found.setdefault(row.seat["key"], []).append(row)
        return found

    def _terms_on(self, on: date) -> list[Sitting]:
        day = on.isoformat()
        counting = [
            row
            for row in self.content["terms"]
            if row["starts_on"] <= day and (not row["ends_on"] or row["ends_on"] >= day)
        ]
        return [
            self._sitting(row) for row in sorted(counting, key=lambda r: r["is_acting"])
        ]

    def _sitting(self, row: Row) -> Sitting:
        return Sitting(
            seat=self.seats[row["seat"]],
            person=self.people[row["person"]],
            starts_on=row["starts_on"],
            ends_on=row["ends_on"],
            is_acting=row["is_acting"],
            basis=row["basis"],
        )

    def executives(self, branch: str, on: date) -> list[Place]:
        """Return the executives of one side in their order, vacant positions too."""
        sitting = self._by_seat(on)
        return [
            Place(seat=seat, sitting=sitting.get(seat["key"], []), below=())
            for seat in self.standing(on)
            if seat["branch"] == branch and seat["is_executive"]
        ]

    def in_office(self, branch: str, on: date) -> list[Sitting]:
        """Return who held which position of one side on a day, by place of the position."""
        sitting = self._by_seat(on)
        return [
            one
            for seat in self.content["seats"]
            if seat["branch"] == branch
            for one in sitting.get(seat["key"], [])
        ]

    def first_day(self) -> str:
        """Return the first day anybody is known to have been in office; "" for none."""
        return min((row["starts_on"] for row in self.content["terms"]), default="")

    def structure(self, on: date) -> list[Place]:
        """Return the positions as trees, each side of its own.

        What reports to nobody that stands, or to the other side, is on top.
        """
        seats = self.standing(on)
        known = {(seat["branch"], seat["key"]) for seat in seats}
        below: dict[object, list[Row]] = {}
        for seat in seats:
            over = seat["reports_to"]
            is_there = (seat["branch"], over) in known
            below.setdefault(over if is_there else None, []).append(seat)
        sitting = self._by_seat(on)
        return list(self._places(None, below, sitting))

    def _places(
        self,
        over: object,
        below: Mapping[object, list[Row]],
        sitting: Mapping[object, list[Sitting]],
    ) -> Iterator[Place]:
        for seat in below.get(over, []):
            yield Place(
                seat=seat,
                sitting=sitting.get(seat["key"], []),
                below=list(self._places(seat["key"], below, sitting)),
            )

    def division_tree(self) -> list[tuple[int, Row]]:
        """Return the divisions with their depth, each below the one it is part of."""
        rows = self.content["divisions"]
        known = {row["key"] for row in rows}
        return list(self._under(None, known, 0))

    def _under(
        self, parent: object, known: set[object], depth: int
    ) -> Iterator[tuple[int, Row]]:
        for row in self.content["divisions"]:
            under = row["under"] if row["under"] in known else None
            if under == parent:
                yield depth, row
                yield from self._under(row["key"], known, depth + 1)
