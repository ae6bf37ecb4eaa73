"""The words of a text as an index keeps them, and the words of a question."""

import re
from collections.abc import Iterator
from functools import lru_cache

from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.segmenting import dictionary, segment
from prongsai.ita.thai.text import clean

LONGEST_QUESTION = 200
"""Letters of a question that are looked at."""

MOST_WORDS = 12
"""Words of a question that are looked for."""

STOP_WORDS = frozenset(
    [
        "ที่",
        "ของ",
        "และ",
        "ใน",
        "การ",
        "เป็น",
        "ให้",
        "ได้",
        "จะ",
        "กับ",
        "แก่",
        "หรือ",
        "โดย",
        "ตาม",
        "จาก",
        "นี้",
        "นั้น",
        "ซึ่ง",
        "อยู่",
        "คือ",
        "มี",
        "ไหม",
        "อะไร",
        "อย่างไร",
        "ครับ",
        "ค่ะ",
        "คะ",
        "a",
        "an",
        "and",
        "are",
        "at",
        "by",
        "for",
        "from",
        "in",
        "is",
        "of",
        "on",
        "or",
        "the",
        "to",
        "what",
        "with",
    ]
)
"""Words that say nothing alone; they are left out of a question that has others."""

_RUN = re.compile(
    r"[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]+|[^\W_\u0e00-\u0e7f]+"
)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_SHORTEST = 2
_LONGEST_UNKNOWN = 60
_PLURALS = (
    (re.compile(r"(?<=[a-z]{2})ies$"), "y"),
    (re.compile(r"(?<=s|x|z)es$|(?<=ch|sh)es$"), ""),
    (re.compile(r"(?<=[a-z]{2}[abcdefghjklmnopqrtvwxyz])(?<!u)(?<!i)s$"), ""),
)


def plain(text: str) -> str:
    """Write a text as it is compared: clean, small letters, Arabic digits.

    >>> plain("แผน  ปี ๒๕๖๙ (PLAN)")
    'แผน ปี 2569 (plan)'
    """
    return to_arabic(clean(text)).casefold()


def words_of(text: str) -> list[str]:
    """Return every word a text can be found by, each once, in the order of the text.

    A compound gives the words it is made of too; a plural its singular.

    >>> {"ปีงบประมาณ", "ปี", "งบประมาณ"} <= set(words_of("ปีงบประมาณ"))
    True
    >>> words_of("ปีงบประมาณ ๒๕๖๙: Reports")[-2:]
    ['2569', 'report']
    """
    found: dict[str, None] = {}
    for word in _pieces(text):
        found[word] = None
        if _THAI.match(word):
            found.update(dict.fromkeys(parts_of(word)))
    return list(found)


def asked_words(question: str) -> list[str]:
    """Return the words of a question, without those that say nothing beside others.

    >>> asked_words("แผนของหน่วยงาน ปี ๒๕๖๙")
    ['แผน', 'หน่วยงาน', 'ปี', '2569']
    >>> asked_words("ของ"), asked_words("?!")
    (['ของ'], [])
    """
    words = list(dict.fromkeys(_pieces(question[:LONGEST_QUESTION])))
    telling = [word for word in words if word not in STOP_WORDS]
    return (telling or words)[:MOST_WORDS]


@lru_cache(maxsize=16384)
def parts_of(word: str) -> tuple[str, ...]:
    """Return the words of the dictionary that a compound is wholly made of.

    Only words of a division without rest count, so that no syllable is torn out.

    >>> parts_of("ปีงบประมาณ")
    ('ปี', 'งบ', 'งบประมาณ', 'ประมาณ')
    """
    size, known = len(word), dictionary()
    spans = [
        (start, end)
        for start in range(size)
        for end in range(start + _SHORTEST, size + 1)
        if (start, end) != (0, size) and word[start:end] in known
    ]
    ahead, back = {0}, {size}
    for start, end in spans:
        if start in ahead:
            ahead.add(end)
    for start, end in reversed(spans):
        if end in back:
            back.add(start)
    return tuple(
        word[start:end] for start, end in spans if start in ahead and end in back
    )


def singular(word: str) -> str:
    """Return an English word without the ending of its plural.

    >>> [singular(word) for word in ("budgets", "policies", "boxes", "bus", "access")]
    ['budget', 'policy', 'box', 'bus', 'access']
    """
    for ending, instead in _PLURALS:
        shorter, is_plural = ending.subn(instead, word)
        if is_plural:
            return shorter
    return word


def _pieces(text: str) -> Iterator[str]:
    """Cut a text into its words: Thai by the dictionary, others where letters end."""
    for run in _RUN.findall(_THOUSANDS.sub("", plain(text))):
        if not _THAI.match(run):
            yield singular(run)[:_LONGEST_UNKNOWN]
            continue
        for word in segment(run):
            yield word[:_LONGEST_UNKNOWN]
