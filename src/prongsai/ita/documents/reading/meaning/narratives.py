"""What a report says of each indicator, in its own paragraphs."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from prongsai.ita.documents.model.report import Narrative, Notice
from prongsai.ita.documents.reading.pages.source import Paragraph, Table
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import fold

_HEAD = re.compile(r"^(?:\d{1,2}[.)]\s*)?ตัวชี้วัด(?:ที่)?\s*(?P<n>\d{1,2})(?!\d)")
_SECTION = re.compile(r"(?:มาตรการ|แผน|การนำผล|ผลการดำเนินการ|ตาราง|ภาคผนวก)")
_NUMBERED = re.compile(r"^(?P<n>\d{1,2})[.)]")
_OVERALL = re.compile(
    r"(?:ระดับ|ภาพรวม|คะแนนรวม|คะแนนเฉลี่ย).*\d{2,3}\.\d|\d{2,3}\.\d.*ระดับ"
)
DRAFT = ("(ร่าง)", "(Draft)")
"""How a paragraph begins that was made from numbers and that nobody has adopted yet."""
LONGEST_HEADING = 80


@dataclass(frozen=True, kw_only=True)
class Told:
    """The narratives, the headings above them and the blocks that are neither."""

    narratives: tuple[Narrative, ...]
    headings: tuple[tuple[str, Paragraph], ...]
    rest: tuple[Paragraph | Table, ...]


def read_narratives(blocks: Sequence[Paragraph | Table]) -> Told:
    """Find what is said of each indicator.

    A narrative begins at ``ตัวชี้วัดที่ n``, as a heading or at the start of its own
    text, and ends at the next one, at a table or at a numbered heading that does not
    continue its list. The paragraph on the whole result has no indicator.
    """
    reader = _Reader()
    for block in blocks:
        reader.take(block)
    return Told(
        narratives=tuple(
            Narrative(indicator=indicator, text="\n".join(texts))
            for indicator, texts in reader.found
            if texts
        ),
        headings=tuple(reader.headings),
        rest=tuple(reader.rest),
    )


def heading_notices(
    headings: Iterable[tuple[str, Paragraph]], names: Mapping[str, str]
) -> Iterator[Notice]:
    """Headings that call an indicator other than ``names`` (by number) does."""
    for number, block in headings:
        name = names.get(number)
        if name is None or fold(name) not in fold(block.text):
            yield Notice(
                code="narrative-heading-differs", text=block.text, source=block.source
            )


class _Reader:
    def __init__(self) -> None:
        self.found: list[tuple[str | None, list[str]]] = []
        self.rest: list[Paragraph | Table] = []
        self.headings: list[tuple[str, Paragraph]] = []
        self.open = False
        self.last_number = 0

    def take(self, block: Paragraph | Table) -> None:
        """Give one block its place."""
        if isinstance(block, Table):
            self.open = False
            self.rest.append(block)
            return
        plain = to_arabic(block.text)
        if block.text.startswith(DRAFT):
            self.rest.append(block)
        elif head := _HEAD.match(plain):
            self._begin(head["n"], block)
        elif self.open and self._belongs(plain, block):
            self.found[-1][1].append(block.text)
        elif all(n is None for n, _ in self.found) and _overall(block, plain):
            self.found.append((None, [block.text]))
        else:
            self.open = False
            self.rest.append(block)

    def _begin(self, number: str, block: Paragraph) -> None:
        heading = len(block.text) <= LONGEST_HEADING and "คะแนนที่ได้" not in block.text
        self.found.append((number, [] if heading else [block.text]))
        if heading:
            self.headings.append((number, block))
        self.open, self.last_number = True, 0

    def _belongs(self, plain: str, block: Paragraph) -> bool:
        if block.heading or (len(plain) <= LONGEST_HEADING and _SECTION.match(plain)):
            return False
        numbered = _NUMBERED.match(plain)
        if not numbered:
            return True
        number = int(numbered["n"])
        fits = number in {1, self.last_number, self.last_number + 1}
        self.last_number = number
        return fits


def _overall(block: Paragraph, plain: str) -> bool:
    """Whether a paragraph tells the whole result in a sentence of its own."""
    sentence = len(plain) > LONGEST_HEADING and not block.heading
    return sentence and bool(_OVERALL.search(plain)) and "คะแนน" in plain
