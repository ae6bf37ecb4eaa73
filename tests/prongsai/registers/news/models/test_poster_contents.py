"""What a poster may say: every part is checked before it is kept."""

import pytest

from prongsai.registers.news.models.poster_contents import (
    SLOTS,
    BadPoster,
    Subject,
    checked,
    is_address,
)
from tests.posters import CONTENTS


@pytest.mark.parametrize("subject", Subject)
def test_a_complete_poster_has_every_part_and_is_checked_again_alike(subject):
    parts = checked(subject, CONTENTS[subject])

    assert list(parts) == [slot.key for slot in SLOTS[subject]]
    assert checked(subject, parts) == parts


@pytest.mark.parametrize(
    ("subject", "part", "given", "problem"),
    [
        (Subject.FREE, "paragraphs", [], "missing"),
        (Subject.FREE, "paragraphs", ["ก"] * 11, "too-many"),
        (Subject.FREE, "paragraphs", ["ก" * 401], "too-long"),
        (Subject.FREE, "paragraphs", ["ก\x00"], "unreadable"),
        (Subject.FREE, "paragraphs", "ก", "shape"),
        (Subject.FREE, "paragraphs", [5], "shape"),
        (Subject.SERVICE, "steps", [["ยื่น"]], "shape"),
        (Subject.SERVICE, "steps", [["", "5 นาที"]], "missing"),
        (Subject.SERVICE, "steps", [["ยื่น", "ก" * 61]], "too-long"),
        (Subject.BUDGET, "amounts", [["ด้าน", "มาก"]], "amount"),
        (Subject.BUDGET, "amounts", [["ด้าน", "-1"]], "amount"),
        (Subject.BUDGET, "amounts", [["ด้าน", "NaN"]], "amount"),
        (Subject.EIT, "address", "", "missing"),
        (Subject.EIT, "address", "javascript:alert(1)", "address"),
        (Subject.EIT, "colour", "red", "unknown"),
    ],
)
def test_a_part_that_cannot_be_printed_is_named(subject, part, given, problem):
    with pytest.raises(BadPoster) as refused:
        checked(subject, {**CONTENTS[subject], part: given})

    assert refused.value.facts["part"] == part
    assert refused.value.facts["problem"] == problem


@pytest.mark.parametrize(
    "text", ["", "example.org", "https://", "https://a b", "https://[", "ftp://a.org"]
)
def test_what_no_telephone_opens_is_no_address(text):
    assert not is_address(text)
