"""Rules about places and offices: other tambons, misspelt names, words of another kind.

Words of each kind of office: Municipality Act B.E. 2496 (1953), section 60 (เทศบัญญัติ);
Tambon Council and Tambon Administrative Organisation Act B.E. 2537 (1994), section 71
(ข้อบัญญัติ).
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from prongsai.ita.documents.linting.findings import Remark, rule
from prongsai.ita.documents.linting.passages import Passage, passages
from prongsai.ita.documents.linting.places_in import Named, Rank, places_in
from prongsai.ita.documents.linting.severities import Severity
from prongsai.ita.documents.model.report import Organisation, Report
from prongsai.ita.thai.text import clean, join_thai

_NEAR = 0.75
_SHORTEST_NAME = 4
_TAMBON_OFFICE = "องค์การบริหารส่วนตำบล"
_MUNICIPALITY = "เทศบาล"
_WORDS_OF_MUNICIPALITIES = re.compile(r"เทศบัญญัติ|(?<!ประกาศ)นายกเทศมนตรี|สภาเทศบาล")
_WORDS_OF_TAMBON_OFFICES = re.compile(
    r"ข้อบัญญัติ(?!ท้องถิ่น|จังหวัด)|(?<!ราชการ)พนักงานส่วนตำบล|สภาองค์การบริหารส่วนตำบล"
    r"|นายกองค์การบริหารส่วนตำบล"
)
_CAPITAL = "เมือง"


@rule("foreign-place", Severity.WARNING)
def another_place_is_named(report: Report) -> Iterator[Remark]:
    """A report speaks of its own office, tambon, district and province."""
    for passage, place, own in _named(report):
        if _is_foreign(place, own) and not _is_misspelling(place, own):
            yield _about(passage, place, expected=_own_place(place, own))


@rule("office-name-misspelt", Severity.WARNING)
def own_name_is_misspelt(report: Report) -> Iterator[Remark]:
    """The office's own name is spelt in one way."""
    for passage, place, own in _named(report):
        if place.rank is Rank.OFFICE and _is_misspelling(place, own):
            yield _about(passage, place, expected=own.name)


@rule("other-office-kind", Severity.WARNING)
def words_of_another_kind_of_office(report: Report) -> Iterator[Remark]:
    """A municipality has เทศบัญญัติ, a tambon organisation ข้อบัญญัติ; so with posts."""
    own = report.organisation
    if own is None:
        return
    if own.type == _TAMBON_OFFICE:
        wrong = _WORDS_OF_MUNICIPALITIES
    elif own.type.startswith(_MUNICIPALITY):
        wrong = _WORDS_OF_TAMBON_OFFICES
    else:
        return
    for passage in passages(report):
        found = wrong.search(join_thai(clean(passage.text)))
        if found:
            yield Remark(
                where=passage.place,
                printed=found.group(),
                facts={"kind": own.type},
                source=passage.source,
            )


def _named(report: Report) -> Iterator[tuple[Passage, Named, Organisation]]:
    """Every place that is named once in a passage and is not the office's own."""
    own = report.organisation
    if own is None or not own.name:
        return
    names = {
        Rank.OFFICE: own.name,
        Rank.TAMBON: own.name,
        Rank.DISTRICT: own.district,
        Rank.PROVINCE: own.province,
    }
    known = frozenset((of, join_thai(clean(n))) for of, n in names.items() if n)
    for passage in passages(report):
        seen: set[tuple[Rank, str]] = set()
        for place in places_in(passage.text, known):
            key = (place.rank, place.name)
            if key not in seen and not place.is_on_purpose:
                seen.add(key)
                yield passage, place, own


def _is_foreign(place: Named, own: Organisation) -> bool:
    if place.rank is Rank.PROVINCE:
        return bool(own.province)
    if place.rank is Rank.DISTRICT:
        return bool(own.district) and not place.name.startswith(_CAPITAL)
    if place.rank is Rank.TAMBON and own.type.startswith(_MUNICIPALITY):
        # A town may span tambons; those of its own district are no strangers.
        return not (own.district and f"อำเภอ{own.district}" in place.rest)
    return own.type == _TAMBON_OFFICE or own.type.startswith(_MUNICIPALITY)


def _is_misspelling(place: Named, own: Organisation) -> bool:
    name = join_thai(clean(own.name))
    if place.rank not in {Rank.OFFICE, Rank.TAMBON} or len(name) < _SHORTEST_NAME:
        return False
    lengths = range(len(name) - 1, len(name) + 2)
    return any(_likeness(place.rest[:length], name) >= _NEAR for length in lengths)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _own_place(place: Named, own: Organisation) -> str:
    if place.rank is Rank.PROVINCE:
        return own.province
    return own.district if place.rank is Rank.DISTRICT else own.name


def _about(passage: Passage, place: Named, *, expected: str) -> Remark:
    printed = f"{place.kind}{place.name}"
    return Remark(
        where=passage.place, printed=printed, expected=expected, source=passage.source
    )
