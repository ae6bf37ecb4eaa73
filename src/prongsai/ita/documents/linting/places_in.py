"""Place names inside running text, where no space says where a name ends.

A name is believed only on evidence: it begins as Thai places are called, it is no
word of the dictionary, or an address goes on behind it. Everything else after
``ตำบล`` is taken for the sentence, because false alarms cost more than silence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from pythainlp.corpus import provinces, thai_stopwords, tnc

from prongsai.ita.documents.linting.vocabulary import words
from prongsai.ita.thai.segmenting import dictionary, segment
from prongsai.ita.thai.text import clean, join_thai

_LETTERS = "\u0e01-\u0e4e"
_NOT_AFTER_LETTER = rf"(?<![{_LETTERS}])"


class Rank(StrEnum):
    """What kind of place is named."""

    OFFICE = "office"
    TAMBON = "tambon"
    DISTRICT = "district"
    PROVINCE = "province"


_TRIGGERS = re.compile(
    rf"(?P<office>องค์การ\s?บริหาร\s?ส่วน\s?ตำบล|{_NOT_AFTER_LETTER}อบต\s?\.?|อบต\."
    r"|เทศบาล\s?(?:ตำบล|เมือง|นคร)|เทศมนตรี\s?(?:ตำบล|เมือง|นคร)"
    rf"|{_NOT_AFTER_LETTER}ท[ตมน]\.)"
    rf"|(?P<tambon>(?<!ส่วน)(?<!ส่วน\s)(?<!สุขภาพ)ตำบล|{_NOT_AFTER_LETTER}ต\.(?!ค))"
    rf"|(?P<district>อำเภอ|{_NOT_AFTER_LETTER}อ\.(?=[{_LETTERS}]{{2}}))"
    r"|(?P<province>จังหวัด)"
)
_URL = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
_RUN = re.compile(rf"[{_LETTERS}]+")
_ADDRESS_GOES_ON = re.compile(r"\s?(?:อำเภอ|จังหวัด|อ\.|จ\.)")
# Visits, partners and other bodies are named on purpose.
_ON_PURPOSE = re.compile(
    r"(?:ดูงาน|ทัศนศึกษา|ร่วมกับ|ความร่วมมือ|ข้อตกลง|MOU|เครือข่าย|โรงเรียน|โรงพยาบาล|รพ\.สต\."
    r"|ตำรวจ|สภ\.|วัด|มหาวิทยาลัย)[^.]{0,60}$"
)
_BEGINNINGS = words("place-beginnings")
_STRONG = tuple(words("place-beginnings-joined"))
_NAME_PARTS = words("place-name-parts")
_SENTENCE = words("sentence-words")
_SHORT, _RARE = 4, 150
_IS_POST = re.compile(r"(?:เรียน\s?)?(?:รอง)?(?:นายก|ปลัด|ประธานสภา)\s?")
_LONGEST = 24


Own = frozenset[tuple[Rank, str]]
"""The office's own names, each with the ranks it is used for; without spaces."""


@dataclass(frozen=True, kw_only=True)
class Named:
    """A place that a text names: its rank, how it is introduced, and its name."""

    rank: Rank
    kind: str
    name: str
    rest: str
    before: str

    @property
    def is_on_purpose(self) -> bool:
        """Whether the sentence is about a visit, a partner or another body."""
        return bool(_ON_PURPOSE.search(self.before))


@lru_cache(maxsize=4096)
def places_in(text: str, own: Own) -> tuple[Named, ...]:
    """Return the places a text names that are none of ``own`` (without their kind).

    >>> [p.name for p in places_in("ป้ายที่ตำบลหนองทดสอบ ทุกวัน", frozenset())]
    ['หนองทดสอบ']
    >>> places_in("องค์การบริหารส่วนตำบลมีการประชุม", frozenset())
    ()
    """
    return tuple(_places_in(text, own))


def _places_in(text: str, own: Own) -> Iterator[Named]:
    plain = _URL.sub(" ", clean(text))
    for found in _TRIGGERS.finditer(plain):
        rank = Rank(found.lastgroup or "")
        after = plain[found.end() :]
        rest = join_thai(after[:80].lstrip())
        if any(rest.startswith(name) for of, name in own if of is rank):
            continue
        name = _name(rank, after)
        if not name and _IS_POST.fullmatch(plain[: found.start()]):
            name = rest if _RUN.fullmatch(rest) else ""  # the post, and no sentence
        if name:
            yield Named(
                rank=rank,
                kind=found.group().replace(" ", ""),
                name=name,
                rest=rest,
                before=plain[max(0, found.start() - 80) : found.start()],
            )


def _name(rank: Rank, after: str) -> str:
    if rank is Rank.PROVINCE:
        return next((p for p in _provinces() if after.lstrip().startswith(p)), "")
    has_gap = after.startswith(" ")
    found = _RUN.match(after.lstrip())
    if not found:
        return ""
    run = found.group()
    words = [word for word in segment(run) if word.strip()]
    name = _up_to_the_sentence(words)
    if not name or len(name) > _LONGEST:
        return ""
    ends_there = name == run
    address = ends_there and bool(_ADDRESS_GOES_ON.match(after.lstrip(), len(run)))
    return name if address or _is_evident(words, has_gap=has_gap) else ""


def _is_evident(words: list[str], *, has_gap: bool) -> bool:
    """Whether the first words of a run are those of a name, not of a sentence."""
    first = words[0]
    if first in _BEGINNINGS or first.startswith(_STRONG):
        return True
    if has_gap:
        return False
    two = [word for word in words[:2] if len(word) <= _SHORT]
    are_syllables = len(two) == 2 and not _is_sentence(two[1])  # noqa: PLR2004
    return are_syllables or not _is_known(first)


def _is_known(word: str) -> bool:
    """Whether a word is in common use, itself or as two words of the dictionary."""
    if word in dictionary() and _frequency(word) >= _RARE:
        return True
    return any({word[:at], word[at:]} <= dictionary() for at in range(2, len(word) - 1))


def _is_sentence(word: str) -> bool:
    if word in _BEGINNINGS or word in _NAME_PARTS:
        return False
    return word in _SENTENCE or word in thai_stopwords()


def _up_to_the_sentence(words: list[str]) -> str:
    """Join the words until one that belongs to the sentence and to no name."""
    name: list[str] = []
    for word in words:
        if _is_sentence(word) or (word in _NAME_PARTS and not name):
            break
        name.append(word)
    return "".join(name)


@cache
def _provinces() -> tuple[str, ...]:
    return tuple(sorted(map(str, provinces()), key=len, reverse=True))


@cache
def _frequencies() -> dict[str, int]:
    return dict(tnc.unigram_word_freqs())


def _frequency(word: str) -> int:
    return _frequencies().get(word, 0)
