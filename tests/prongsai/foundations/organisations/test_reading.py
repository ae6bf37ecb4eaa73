"""One page asks once; deeds ask anew; no office hears the answer of another."""

import pytest

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.queries import with_sections
from prongsai.foundations.organisations.reading import once, reading
from tests.cast import client_of, make_division, make_office, make_user

pytestmark = pytest.mark.django_db


def counter():
    asked = []

    def ask():
        asked.append(1)
        return len(asked)

    return ask


def test_while_reading_the_first_answer_serves():
    make_office()
    ask = counter()

    with reading():
        answers = [once("how many", ask), once("how many", ask)]

    assert answers == [1, 1]
    assert once("how many", ask) == 2


def test_outside_of_reading_every_question_is_asked():
    make_office()
    ask = counter()

    answers = [once("how many", ask), once("how many", ask)]

    assert answers == [1, 2]


def test_another_office_gets_its_own_answer():
    alice, charlie = make_office(), make_office()
    ask = counter()

    with reading():
        with tenancy.acting_for(alice.pk):
            hers = once("how many", ask)
        with tenancy.acting_for(charlie.pk):
            his = once("how many", ask)

    assert (hers, his) == (1, 2)


def test_a_new_section_is_seen_by_the_next_page():
    parent = make_division()
    alice = make_user(division=parent)
    client = client_of(alice)
    client.get("/staff/")

    section = make_division(parent=parent)

    with reading():
        assert with_sections(parent) == {parent.pk, section.pk}
