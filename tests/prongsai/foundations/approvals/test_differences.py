"""What changed is shown word by word, in Thai too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.foundations.approvals.differences import Change, differences, words
from prongsai.foundations.approvals.states import Secrecy, Urgency

CONTENT: dict[str, object] = {
    "reference": "",
    "dated": None,
    "sender": "กองทดสอบ",
    "to": "นายก",
    "title": "ขอซื้อสี",
    "urgency": "normal",
    "secrecy": "normal",
    "background": "",
    "facts": "มีเต็นท์ 3 หลัง",
    "law": "",
    "considerations": "",
    "closing": "",
    "enclosures": [],
    "subject": None,
}


def test_the_same_content_has_no_difference():
    assert differences(CONTENT, dict(CONTENT)) == []


def test_one_word_is_one_difference():
    [found] = differences(CONTENT, {**CONTENT, "facts": "มีเต็นท์ 4 หลัง"})

    assert [(p.change.value, p.text) for p in found.pieces] == [
        ("same", "มีเต็นท์ "), ("removed", "3"), ("added", "4"), ("same", " หลัง"),
    ]  # fmt: skip


def test_the_number_given_at_submission_is_no_change():
    assert differences(CONTENT, {**CONTENT, "reference": "ทส 1/1"}) == []


def test_a_file_of_the_same_name_with_other_bytes_is_another_file():
    old = {**CONTENT, "enclosures": [{"name": "a.pdf", "sha256": "1" * 64}]}
    new = {**CONTENT, "enclosures": [{"name": "a.pdf", "sha256": "2" * 64}]}

    [found] = differences(old, new)

    assert {p.change for p in found.pieces} >= {Change.ADDED, Change.REMOVED}


def test_the_subject_is_compared_field_by_field():
    def about(total):
        content = {"total": total, "lines": [{"name": "ก"}, {"name": "ข"}]}
        return {**CONTENT, "subject": {"label": "x.y", "pk": 1, "content": content}}

    [found] = differences(about(1), about(2))

    assert str(found.label).endswith(": total")


@pytest.mark.parametrize("field", ["urgency", "secrecy"])
def test_choices_are_compared_in_words(field):
    other = {"urgency": "urgent", "secrecy": "secret"}[field]

    [found] = differences(CONTENT, {**CONTENT, field: other})

    added = "".join(p.text for p in found.pieces if p.change == Change.ADDED)
    assert added == str({"urgency": Urgency, "secrecy": Secrecy}[field](other).label)


def test_long_stretches_that_stayed_are_shortened():
    long = "เทศบาล " * 200

    pieces = list(words(f"{long}หนึ่ง{long}", f"{long}สอง{long}"))

    assert sum(len(p.text) for p in pieces) < 500


@given(
    st.text(alphabet="กขค ๑1a", max_size=30), st.text(alphabet="กขค ๑1a", max_size=30)
)
def test_short_texts_can_be_put_together_again(old, new):
    pieces = list(words(old, new))
    kept = "".join(p.text for p in pieces if p.change != Change.ADDED)
    made = "".join(p.text for p in pieces if p.change != Change.REMOVED)

    if "…" not in kept:
        assert (kept, made) == (old, new)
