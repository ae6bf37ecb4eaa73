"""What every rule of the check gets: the item, what is shown for it, the day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from prongsai.ita.disclosure.model import Place, Shown, ShownPart
from prongsai.ita.frameworks.model import Element, Framework, Item

NONE_STATED = ".none_stated"
"""How the keys of elements end that ask for a statement when there is nothing."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """An item of a year and what is shown for it on a day."""

    framework: Framework
    item: Item
    shown: Shown
    on: date
    exempt: frozenset[str]

    @property
    def asked(self) -> tuple[Element, ...]:
        """The elements that are asked of this office."""
        return tuple(
            element
            for element in self.item.elements or ()
            if element.key not in self.exempt
        )

    def parts(self) -> Iterator[tuple[int, ShownPart]]:
        """Yield every part with its number, from 1."""
        yield from enumerate(self.shown.parts, start=1)

    def answering(self, key: str) -> list[tuple[int, ShownPart]]:
        """Return the parts that answer an element."""
        return [(n, part) for n, part in self.parts() if key in part.keys]


def place(number: int, part: ShownPart, **inside: object) -> Place:
    """Return the place of a part, or of something inside it."""
    facts: Mapping[str, object] = {"part": number, "title": part.title, **inside}
    return Place(**facts)  # type: ignore[arg-type]  # the names are those of Place
