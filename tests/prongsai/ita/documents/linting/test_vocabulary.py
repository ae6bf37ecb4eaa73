import pytest

from prongsai.ita.documents.linting.vocabulary import words


def test_an_unknown_list_is_refused():
    with pytest.raises(KeyError):
        words("no-such-list")


def test_no_word_both_begins_names_and_belongs_to_sentences():
    assert not words("place-beginnings") & words("sentence-words")


@pytest.mark.parametrize("number", range(1, 8))
def test_every_aspect_has_its_signs(number):
    assert words(f"aspect-{number}")
