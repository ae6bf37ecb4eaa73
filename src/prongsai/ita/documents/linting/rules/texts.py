"""Rules about wording: texts that stop in the middle, phrases typed twice."""

import re
from collections.abc import Iterator

from prongsai.ita.documents.linting.findings import Remark, rule
from prongsai.ita.documents.linting.passages import Kind, Passage, passages
from prongsai.ita.documents.linting.severities import Severity
from prongsai.ita.documents.linting.vocabulary import words
from prongsai.ita.documents.model.report import Report
from prongsai.ita.thai.segmenting import segment
from prongsai.ita.thai.text import clean, join_thai

_CHECKED = {Kind.MEASURE_TITLE, Kind.ANALYSIS, Kind.ITEM, Kind.NARRATIVE, Kind.TITLE}
_TAIL = 40
_SHOWN = 40
# No Thai sentence ends on one of these words. Words that may close one (ให้, ได้, ต่อ,
# ตาม, ด้วย, ที่) are left out.
_NEVER_LAST = words("never-last")
_WHOLE = tuple(words("whole-endings"))
_INTRODUCES = words("introduces")
_THAI = re.compile("[\u0e01-\u0e4e]+$")
_TWICE = re.compile("(?P<phrase>[\u0e01-\u0e4e]{8,60}?)(?P<gap> ?)(?P=phrase)")
_LONG = 12
_OPEN = re.compile(r"\([^()]{0,30}$")
_DRAFT = re.compile(r"\(\s*(?:ฉบับ)?ร่าง\s*\)")
_CONSONANT = re.compile("[\u0e01-\u0e2e]")


@rule("text-truncated", Severity.WARNING)
def text_stops_in_the_middle(report: Report) -> Iterator[Remark]:
    """A text ends where a sentence can end."""
    for passage in passages(report):
        if passage.kind in _CHECKED and _is_cut(passage):
            yield Remark(
                where=passage.place,
                printed=clean(passage.text)[-_SHOWN:],
                source=passage.source,
            )


@rule("draft-left", Severity.ERROR)
def text_is_still_marked_as_a_draft(report: Report) -> Iterator[Remark]:
    """Nothing that is signed says of itself that it is a draft."""
    for passage in passages(report):
        if found := _DRAFT.search(passage.text):
            yield Remark(
                where=passage.place, printed=found.group(), source=passage.source
            )


@rule("doubled-words", Severity.WARNING)
def words_stand_twice(report: Report) -> Iterator[Remark]:
    """No phrase is typed twice in a row."""
    for passage in passages(report):
        for found in _TWICE.finditer(clean(passage.text)):
            if _is_slip(found["phrase"], is_apart=bool(found["gap"])):
                yield Remark(
                    where=passage.place, printed=found.group(), source=passage.source
                )


def _is_slip(phrase: str, *, is_apart: bool) -> bool:
    """Whether a repeated phrase is no end of one sentence and start of the next."""
    words_in = [word for word in segment(phrase) if word.strip()]
    if len(words_in) == 1:
        return False
    open_ended = words_in[-1] in _NEVER_LAST | words("never-before-itself")
    return open_ended or (not is_apart and len(phrase) >= _LONG)


def _is_cut(passage: Passage) -> bool:
    text = join_thai(clean(passage.text)).rstrip(" ,;:-")
    if _OPEN.search(text):
        return True
    if not _THAI.search(text) or text.endswith(_WHOLE):
        return False  # ends with a digit, a full stop, a bracket, a Latin word
    words = [word for word in segment(text[-_TAIL:]) if word.strip()]
    last = words[-1] if words else ""
    if last in _INTRODUCES:
        return not passage.opens_list
    if last in _NEVER_LAST:
        return True
    # A lone consonant is the beginning of a word that was cut off.
    return len(words) > 1 and bool(_CONSONANT.fullmatch(last))
