"""Every code has a sentence in both languages, and both ask for the same facts."""

import re
from enum import StrEnum
from pathlib import Path
from string import Formatter

import pytest

from prongsai.ita.errors import InvalidMove, ItaError, TooComplex
from prongsai.ita.words.catalogue import catalogue, say, speak

ROOT = Path(__file__).parents[4]


class Labelled(StrEnum):
    """A state that knows how it is said."""

    ONE = "one"

    @property
    def label(self) -> str:
        return "the first"


def facts(sentence: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(sentence) if field}


def errors(kind: type[ItaError] = ItaError) -> list[type[ItaError]]:
    return [e for sub in kind.__subclasses__() for e in (sub, *errors(sub))]


@pytest.mark.parametrize("error", errors(), ids=lambda e: e.__name__)
def test_every_error_has_words(error):
    assert error.code in catalogue("th")
    assert error.code in catalogue("en")


def test_no_two_errors_share_a_code():
    codes = [error.code for error in errors()]

    assert len(set(codes)) == len(codes)


def test_both_languages_know_the_same_codes():
    assert set(catalogue("th")) == set(catalogue("en"))


@pytest.mark.parametrize("code", sorted(catalogue("en")))
def test_both_languages_ask_for_the_same_facts(code):
    assert facts(catalogue("en")[code]) == facts(catalogue("th")[code])


def test_thai_is_thai():
    thai = [s for s in catalogue("th").values() if any("ก" <= c <= "๛" for c in s)]

    assert len(thai) >= len(catalogue("th")) * 0.95


def test_say_fills_in_the_facts():
    assert say("thai.unreadable-date", "en", text="x") == "x is not a date."


LIMITS = [c for c in catalogue("en") if c.startswith("reading.limit.")]


@pytest.mark.parametrize("code", LIMITS)
def test_every_limit_is_named_in_both_languages(code):
    error = TooComplex(name="x", what=code.removeprefix("reading.limit."), limit=7)

    assert catalogue("en")[code] in speak(error, "en")
    assert catalogue("th")[code] in speak(error, "th")


def test_every_limit_that_is_set_has_a_name():
    folder = ROOT / "src/prongsai/ita/documents/reading"
    found = {
        what
        for path in folder.rglob("*.py")
        for what in re.findall(r'what="(\w+)"', path.read_text(encoding="utf-8"))
    }

    assert found
    assert {f"reading.limit.{what}" for what in found} <= set(LIMITS)


def test_a_state_is_spoken_by_its_label():
    said = speak(InvalidMove(old=Labelled.ONE, new="b"), "en")

    assert "the first" in said
    assert "one" not in said
