"""The piece of a text that is shown: marked, never torn, never markup."""

from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.foundations.search.snippets import marked, snippet


def hits(text, words):
    return [part.text for part in marked(text, words) if part.hit]


def test_words_are_marked_as_they_stand():
    assert hits("งบ ๑,๒๕๐,๐๐๐ บาท", ["1250000"]) == ["๑,๒๕๐,๐๐๐"]
    assert hits("Policies and POLICY", ["policy"]) == ["Policies", "POLICY"]
    assert hits("bus busy", ["bus"]) == ["bus"]
    assert hits("ปี 25690 2569", ["2569"]) == ["2569"]


def test_a_snippet_never_begins_with_half_a_letter():
    text = "ก" * 100 + "ที่" * 20 + "เป้าหมาย"

    first = snippet(text, ["เป้าหมาย"])[0].text

    assert first.startswith("…")
    assert first[1] not in "ิ่ี้"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400), st.lists(st.text(max_size=5), max_size=4))
def test_marking_loses_no_letter(text, words):
    assert "".join(part.text for part in marked(text, words)) == text
