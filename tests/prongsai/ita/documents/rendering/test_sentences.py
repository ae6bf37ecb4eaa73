"""Sentences of papers come from the file of a package, in official digits."""

import pytest

from prongsai.ita.documents.rendering.sentences import Sentences


@pytest.fixture
def sentences(tmp_path, monkeypatch):
    """Sentences of a package that only this test has, named after its folder."""
    tmp_path.joinpath("__init__.py").touch()
    tmp_path.joinpath("paper.toml").write_text(
        'greeting = "เรียน {name} ตาม O12 ปี {year}"\nheads = ["ที่", "รายการ"]\n'
        '[roles]\nchair = "ประธาน"\n',
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path.parent)
    return Sentences(tmp_path.name, "paper.toml")


def test_a_sentence_is_filled_and_speaks_thai_digits(sentences):
    assert (
        sentences.say("greeting", name="นายก", year=2569) == "เรียน นายก ตาม O12 ปี ๒๕๖๙"
    )


def test_heads_and_words_are_given_as_they_stand(sentences):
    assert sentences.titles("heads") == ["ที่", "รายการ"]
    assert sentences.word("roles", "chair") == "ประธาน"


def test_no_value_has_no_word(sentences):
    assert sentences.word("roles", "") == ""


@pytest.mark.parametrize(
    ("wrong", "mistake"),
    [
        (lambda each: each.say("nothing"), KeyError),
        (lambda each: each.titles("greeting"), TypeError),
        (lambda each: each.word("heads", "chair"), TypeError),
        (lambda each: each.word("roles", "nobody"), KeyError),
    ],
)
def test_what_the_file_does_not_have_is_a_mistake_of_ours(sentences, wrong, mistake):
    with pytest.raises(mistake):
        wrong(sentences)
