"""Widths of texts: lines fit their room and lose nothing."""

from hypothesis import given
from hypothesis import strategies as st

from prongsai.ui.lettering import balanced, width_of, wrapped

LETTERS = st.text("กขคงจฉญฐฎำิีุ่้๊ๆ ABCabc0123๔๕()/-.", max_size=80)


@given(LETTERS, st.integers(60, 400))
def test_lines_fit_their_room_and_say_everything(text, room):
    lines = wrapped(text, room, 16)

    assert all(width_of(line, 16) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_lines_part_between_words():
    lines = wrapped("กองการศึกษา ศาสนา และวัฒนธรรม", 130, 16)

    assert lines == ["กองการศึกษา", "ศาสนา และ", "วัฒนธรรม"]


def test_bold_is_wider_and_marks_take_no_room():
    assert width_of("งาน", 16, bold=True) > width_of("งาน", 16)
    assert width_of("ก่้", 16) == width_of("ก", 16)


def test_balanced_lines_leave_no_word_alone_and_cut_none():
    lone = wrapped("ประธานสภาองค์การบริหารส่วนตำบล หมู่ที่ 1", 200, 15)
    even = balanced("ประธานสภาองค์การบริหารส่วนตำบล หมู่ที่ 1", 200, 15)

    assert len(even) == len(lone)
    assert even[-1] == "หมู่ที่ 1"
    assert "องค์การบริหารส่วนตำบล" in " ".join(even)
