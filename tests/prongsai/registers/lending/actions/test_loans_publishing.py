"""The public register: proposed by one, confirmed by another, frozen, without names."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.publications.models import Version
from prongsai.registers.lending.actions import loans_publishing as actions
from tests.borrowing import asked_at_counter, lent, make_house
from tests.cast import NOW, give_post, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_what_is_published_is_exactly_what_was_proposed():
    house = make_house()
    lent(house)
    proposal = actions.propose_register(2569, by=house.supply, at=NOW)
    lent(house)

    version = actions.confirm_register(proposal, by=house.head, at=NOW)

    assert version.publication.address == "lending/2569/register"
    assert version.content == proposal.content
    assert version.content["n"] == 1


def test_no_name_and_no_purpose_reaches_the_public():
    house = make_house()
    lent(house)
    asked_at_counter(house)

    content = str(actions.propose_register(2569, by=house.supply, at=NOW).content)

    assert house.alice.first_name not in content
    assert "ประชาคม" not in content


def test_a_year_without_loans_says_zero():
    house = make_house()

    content = actions.propose_register(2569, by=house.supply, at=NOW).content

    assert content["n"] == 0
    assert content["tables"][0]["rows"] == [
        [{"th": "รวม", "en": "Total"}, *[0] * 8],
    ]


def test_only_a_supply_officer_proposes_and_once_at_a_time():
    house = make_house()

    with pytest.raises(PermissionDenied):
        actions.propose_register(2569, by=house.head, at=NOW)
    actions.propose_register(2569, by=house.supply, at=NOW)
    with pytest.raises(actions.ProposalOpen):
        actions.propose_register(2569, by=house.supply, at=NOW)


def test_another_person_confirms_and_only_once():
    house = make_house()
    both = make_user(role=Role.SUPPLY_OFFICER, division=house.division)
    give_post(both, role=Role.HEAD, division=house.division)
    proposal = actions.propose_register(2569, by=both, at=NOW)

    with pytest.raises(PermissionDenied):
        actions.confirm_register(proposal, by=house.alice, at=NOW)
    with pytest.raises(actions.OwnProposal):
        actions.confirm_register(proposal, by=both, at=NOW)
    actions.confirm_register(proposal, by=house.mayor, at=NOW)
    with pytest.raises(actions.ProposalConfirmed):
        actions.confirm_register(proposal, by=house.mayor, at=NOW)

    assert Version.objects.count() == 1
