"""What the command line did not say is asked for until it is usable."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError

from prongsai.foundations.administration.management.asking import answer


def only_yes(text: str) -> None:
    if text != "yes":
        raise ValidationError("say yes")


def test_what_was_given_is_not_asked_for():
    assert answer(" yes ", "?", check=only_yes) == "yes"


def test_it_asks_until_the_answer_is_usable():
    answers = iter(["", "no", "yes"])

    assert answer(None, "?", check=only_yes, ask=lambda _: next(answers)) == "yes"


def test_a_bad_option_is_refused_at_once():
    with pytest.raises(CommandError, match="say yes"):
        answer("no", "?", check=only_yes)


def test_nobody_there_to_answer_is_told():
    def nobody(_question: str) -> str:
        raise EOFError

    with pytest.raises(CommandError, match="Missing"):
        answer(None, "?", ask=nobody)
