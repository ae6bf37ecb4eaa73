from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.corpus import thai_words
from pythainlp.tokenize import word_tokenize
from pythainlp.util import Trie

from prongsai.ita.documents.rendering.typesetting import (
    running_pieces,
    unbroken_words,
    word_pieces,
)
from tests.prongsai.ita.documents.rendering.painted import BODY, MARKS, NASTY, URL

texts = st.text(alphabet=st.sampled_from('กขคงนมรสอเแะาำัิีึุู็่้๊์ฯๆพศ๐๑๙ 019aZ-/.,()"“”:#ฐ'))


def whole(pieces):
    return "".join(p if isinstance(p, str) else p[0] for p in pieces)


def boxed(pieces):
    return [piece for piece in pieces if isinstance(piece, str) and piece != " "]


@given(text=texts, width=st.floats(1, 60))
def test_no_letter_is_lost_or_added(text, width):
    spaced = " ".join(text.split())

    assert whole(word_pieces(text, width)) == spaced
    assert whole(running_pieces(text, width)) == spaced


@given(text=texts)
def test_every_piece_fits_its_column_if_a_letter_does(text):
    for piece in boxed(word_pieces(text, 5)):
        room = sum(letter not in "ัิีึุู็่้๊์" for letter in piece) * 0.45
        assert room <= 5 or len(piece) == 1


@given(text=texts)
def test_a_line_never_ends_in_a_hyphen_that_copying_would_drop(text):
    pieces = word_pieces(text.strip("- "), 6)

    between = pairwise(pieces)
    assert not [
        left
        for left, right in between
        if isinstance(left, str) and left.endswith("-") and isinstance(right, str)
    ]


@given(text=texts)
def test_no_line_begins_with_a_mark_that_belongs_to_the_word_before(text):
    pieces = word_pieces(text, 60)

    for left, right in pairwise(pieces):
        assert left == " " or right[0] not in "ฯๆ.,):”"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("อื่น ๆ", ["อื่น ๆ"]),
        ("ต่างๆ ดี", ["ต่างๆ", " ", "ดี"]),
        ("พ.ศ.๒๕๖๘", ["พ.ศ.๒๕๖๘"]),
        ("ก.ย. ๒๕๖๘", ["ก.ย. ๒๕๖๘"]),
        ("ก - ข", ["ก", " ", "- ข"]),
        ("(ITA)", ["(ITA)"]),
        ("ทุกคน/ทุกระดับ", ["ทุกคน/", "ทุก", "ระดับ"]),
        ("E-mail/E-Service", ["E-mail/E-Service"]),
        ("ป.ป.ช. แจ้ง", ["ป.ป.ช.", " ", "แจ้ง"]),
        ("๙๘.๒๗ คะแนน", ["๙๘.๒๗", " ", "คะแนน"]),
        ("กองคลัง", ["กองคลัง"]),
        ("", []),
    ],
)
def test_what_belongs_together_stays_together(text, pieces):
    assert word_pieces(text, 30) == pieces


def test_an_address_wider_than_its_column_breaks_after_its_separators():
    pieces = word_pieces(URL, 12)

    assert len(pieces) > 3
    assert all(p[-1] in "/?&=." or q[0] == "-" for p, q in pairwise(pieces))


def test_a_date_wider_than_its_column_breaks_at_its_space():
    assert word_pieces("- มี.ค. ๒๕๖๘", 3.5) == ["- มี.ค. ", "๒๕๖๘"]


def test_a_memo_body_is_running_text_around_what_must_stay_whole():
    pieces = running_pieces(BODY, 40)

    assert {"E-mail/E-Service", "พ.ศ. ๒๕๖๘", "อื่น ๆ", "ปีงบประมาณ"} <= set(boxed(pieces))
    running = [piece[0] for piece in pieces if isinstance(piece, tuple)]
    assert any("การบริหาร" in text for text in running)
    assert not [text for text in running if text != text.strip()]


@pytest.mark.slow
def test_the_dictionary_loaded_by_need_cuts_as_the_whole_one_does():
    full = Trie(thai_words() | unbroken_words())
    for text in (BODY, MARKS, NASTY):
        words = word_tokenize(" ".join(text.split()), custom_dict=full, engine="newmm")
        ends = {sum(map(len, words[: n + 1])) for n in range(len(words))}
        pieces = word_pieces(text, 1000)
        assert {sum(map(len, pieces[: n + 1])) for n in range(len(pieces))} <= ends


def test_threads_cut_alike():
    texts = [f"{BODY} {n}" for n in range(8)] * 4

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda text: word_pieces(text, 20), texts))
    assert found == [word_pieces(text, 20) for text in texts]
