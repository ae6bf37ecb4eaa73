"""Letters become lines, and lines paragraphs, as a reader of the page would say."""

from collections.abc import Sequence

import pytest

from prongsai.ita.documents.reading.pages.glyphs import Glyph
from prongsai.ita.documents.reading.pages.lines import (
    Line,
    join,
    lines_of,
    paragraphs_of,
)


def typed(text: str, *, x: float = 0, y: float = 0) -> list[Glyph]:
    """Letters half an em wide; a space is left out and leaves a gap."""
    places = (x + 5 * number for number in range(len(text)))
    return [
        Glyph(text=letter, x0=at, x1=at + 5, y=y, em=10, gap=True)
        for letter, at in zip(text, places, strict=True)
        if letter != " "
    ]


def lines(*texts: str, x: Sequence[float] = (), pitch: float = 15) -> list[Line]:
    starts = x or [0.0] * len(texts)
    return [
        lines_of(typed(text, x=start, y=number * pitch))[0]
        for number, (text, start) in enumerate(zip(texts, starts, strict=True))
    ]


def grouped(found: list[Line], right: float) -> list[list[str]]:
    return [
        [line.text for line in group]
        for group in paragraphs_of(found, left=0, right=right)
    ]


def test_stretches_are_put_in_place_but_letters_keep_their_order():
    glyphs = typed("second", y=20) + typed("right", x=60) + typed("left")

    assert [line.text for line in lines_of(glyphs)] == ["left right", "second"]


def test_gap_is_a_space_and_letter_fitting_is_not():
    wide = [
        Glyph(text=letter, x0=7 * at, x1=7 * at + 5, y=0, em=10)
        for at, letter in enumerate("แจกจ่าย")
    ]

    assert [line.text for line in lines_of(typed("a b"))] == ["a b"]
    assert [line.text for line in lines_of(wide)] == ["แจกจ่าย"]


def test_marker_short_line_and_indent_begin_paragraphs():
    assert grouped(lines("1. aaaaaaaaaa", "2. bbbbbbbbbb"), 70) == [
        ["1. aaaaaaaaaa"],
        ["2. bbbbbbbbbb"],
    ]
    assert grouped(lines("กองช่าง", "กองคลัง"), 120) == [["กองช่าง"], ["กองคลัง"]]
    assert grouped(lines("ยาวเต็มบรรทัด", "ต่อเนื่อง", x=(0, 20)), 65) == [
        ["ยาวเต็มบรรทัด"],
        ["ต่อเนื่อง"],
    ]


def test_centred_lines_of_one_text_stay_together():
    assert grouped(lines("ปีงบประมา", "ณ", x=(5, 25)), 55) == [["ปีงบประมา", "ณ"]]


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        (("การปฏิบัติ", "งาน"), "การปฏิบัติงาน"),
        (("จำนวน", "๓ แห่ง"), "จำนวน ๓ แห่ง"),
        (("ระบบ", "E-", "Service"), "ระบบ E-Service"),
        (("ดู https://example.te", "st/a"), "ดู https://example.test/a"),
        (("ต.ค. ๖๗ -", "ก.ย. ๖๘"), "ต.ค. ๖๗ - ก.ย. ๖๘"),
        (("พ.ศ", ". ๒๕๖๘"), "พ.ศ. ๒๕๖๘"),
    ],
)
def test_join_writes_a_space_only_where_one_stood(texts: tuple[str, ...], joined: str):
    made = [Line(text=text, x0=0, x1=9, y=0, em=9) for text in texts]

    assert join(made, spaces=False) == joined
