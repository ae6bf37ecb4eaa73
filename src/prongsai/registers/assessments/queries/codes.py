"""What below an indicator may have points of its own, and what it is called."""

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.foundations.frameworks.queries import load
from prongsai.ita.errors import UnknownYear, YearTooEarly
from prongsai.ita.frameworks.model import Framework, InstrumentCode
from prongsai.ui.writing import in_english

EIT_PARTS = ("eit1", "eit2")
"""The two parts of the EIT: users of the service, and a sample drawn by the assessors."""


@dataclass(frozen=True, kw_only=True)
class Code:
    """An item or a part: its key, both names, and the instrument it belongs to."""

    code: str
    th: str
    en: str
    instrument: InstrumentCode


def framework_of(year: int) -> Framework | None:
    """Return the framework of a year, or None where there is none."""
    try:
        return load(year)
    except (UnknownYear, YearTooEarly):
        return None


def known_codes(year: int) -> dict[str, Code]:
    """Return the items and parts of a year that may have points of their own, in order."""
    framework = framework_of(year)
    return {} if framework is None else {code.code: code for code in _codes(framework)}


def name_in_language(th: str, en: str) -> str:
    """Return the official name in the language of the page."""
    return en if in_english() and en else th


def indicator_numbers(year: int) -> list[int]:
    """Return the numbers of the indicators of a year; none where it is not known."""
    framework = framework_of(year)
    return [] if framework is None else [i.number for i in framework.indicators]


def _codes(framework: Framework) -> Iterator[Code]:
    yield Code(
        code="eit1",
        th="EIT ส่วนที่ 1",
        en="EIT part 1",
        instrument=InstrumentCode.EIT,
    )
    yield Code(
        code="eit2",
        th="EIT ส่วนที่ 2",
        en="EIT part 2",
        instrument=InstrumentCode.EIT,
    )
    count = framework.item_count.value if framework.item_count else 0
    for number in range(1, max(count, len(framework.items or ())) + 1):
        item = framework.item(f"o{number}")
        yield Code(
            code=f"o{number}",
            th=item.th if item else f"ข้อ {number}",
            en=item.en if item else f"Item {number}",
            instrument=InstrumentCode.OIT,
        )
