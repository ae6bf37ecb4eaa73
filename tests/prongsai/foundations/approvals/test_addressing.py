"""The words at the head of a memo."""

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.approvals import addressing
from prongsai.foundations.approvals.actions.chains import default_chain
from tests.cast import NOW, TODAY, make_division, make_office, make_user

pytestmark = pytest.mark.django_db


def test_telephone_and_code_come_from_the_nearest_above():
    office = make_office(letter_code="ทส 1", phones="0 1")
    above = make_division(office=office, letter_code="ทส 2", phone="0 2")
    middle = make_division(office=office, parent=above)
    below = make_division(office=office, parent=middle)

    assert addressing.letter_code(below) == "ทส 2"
    assert addressing.sender_line(below).endswith("โทร 0 2")
    assert addressing.letter_code(make_division(office=office)) == "ทส 1"


def test_an_office_without_telephone_and_code():
    division = make_division(office=make_office(letter_code="", phones=""))

    assert addressing.reference(addressing.letter_code(division), 5) == "5"
    assert "โทร" not in addressing.sender_line(division)


def test_the_longest_code_still_makes_a_counter():
    division = make_division(letter_code="ก" * 40)

    assert len(addressing.counter_kind(addressing.letter_code(division))) <= 60


def test_a_memo_is_addressed_to_the_title_of_who_decides():
    make_division()
    chain = default_chain(by=None, at=NOW)
    nobody = addressing.addressee(chain, on=TODAY)

    make_user(role=Role.MAYOR)

    assert nobody == str(Role.MAYOR.label)
    assert addressing.addressee(chain, on=TODAY) == "ตำแหน่งmayor"
