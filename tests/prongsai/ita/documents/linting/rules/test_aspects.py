from dataclasses import replace

import pytest

from prongsai.ita.documents.model.report import Kind
from tests.prongsai.ita.documents.linting.samples import (
    NEXT_YEAR,
    items,
    measure,
    plan,
    result,
    said_by,
)

ALL = [measure(n) for n in range(1, 8)]


def without_headings(*topics):
    return tuple(
        measure(1, ref=str(n), aspect=None, title=topic, steps=items("ประชุม"))
        for n, topic in enumerate(topics, start=1)
    )


SIGNED = (
    "ปรับปรุงคู่มือ",
    "ให้บริการออนไลน์",
    "หอกระจายข่าวและช่องทางใหม่",
    "การยืมครุภัณฑ์",
    "เปิดเผยการจัดซื้อ",
    "เกณฑ์ประเมินบุคคล",
    "ต่อต้านการทุจริต",
)


@pytest.mark.parametrize("number", range(1, 8))
def test_missing_aspect_speaks(number):
    left = tuple(m for m in ALL if m.aspect and m.aspect.number != str(number))

    (finding,) = said_by("missing-aspect", result(measures=left))

    assert finding.facts["number"] == number


def test_missing_aspect_speaks_without_headings():
    topics = tuple(t for t in SIGNED if "ครุภัณฑ์" not in t)

    (finding,) = said_by("missing-aspect", result(measures=without_headings(*topics)))

    assert finding.facts["number"] == 4


def test_missing_aspect_stays_silent():
    assert not said_by("missing-aspect", result())
    assert not said_by("missing-aspect", result(measures=without_headings(*SIGNED)))


def test_missing_aspect_stays_silent_on_plans_by_indicator_and_on_fragments():
    assert not said_by("missing-aspect", plan(*[NEXT_YEAR] * 5))
    assert not said_by("missing-aspect", result(measures=tuple(ALL[:2])))


@pytest.mark.parametrize("year", [2566, 2599, None])
def test_missing_aspect_stays_silent_in_years_without_aspects(year):
    report = replace(result(measures=tuple(ALL[:4])), fiscal_year=year)

    assert not said_by("missing-aspect", report)


def test_missing_aspect_stays_silent_on_memos_alone():
    assert not said_by("missing-aspect", result(measures=(), kind=Kind.MEMO))
