"""Our own checks: entered, corrected, taken back; refused where they must be."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.audit.models import Event
from prongsai.foundations.records.versions import StalePage
from prongsai.ita.errors import OutOfRange, UnknownYear
from prongsai.registers.assessments.actions import selfchecks
from prongsai.registers.assessments.actions.selfchecks import Check
from prongsai.registers.assessments.models import SelfCheck
from tests.cast import NOW, make_office, make_user
from tests.results import the_analyst

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def enter(*checks, year=2568, by=None):
    return selfchecks.enter(year, checks, by=by or the_analyst(), at=NOW)


def test_a_check_is_entered_corrected_and_taken_back():
    make_office()

    enter(Check(code="o1", points=Decimal(100), ground="มีครบ"))
    enter(Check(code="o1", points=Decimal(0), seen=Decimal(100)))
    assert SelfCheck.objects.get().points == 0
    enter(Check(code="o1", points=None, seen=Decimal(0)))

    assert not SelfCheck.objects.exists()
    assert Event.objects.latest("number").verb == "assessments.check-removed"


def test_nothing_is_written_of_several_when_one_is_wrong():
    make_office()
    good = Check(code="o1", points=Decimal(100))

    for bad, refusal in [
        (Check(code="o99", points=Decimal(100)), selfchecks.NoSuchCheck),
        (Check(code="o2", points=Decimal(50)), OutOfRange),
        (Check(code="i3", points=Decimal(101)), OutOfRange),
        (Check(code="i9", points=Decimal(90)), selfchecks.NoSuchCheck),
        (Check(code="o2", points=Decimal(0), seen=Decimal(100)), StalePage),
    ]:
        with pytest.raises(refusal):
            enter(good, bad)

    assert not SelfCheck.objects.exists()


def test_a_year_without_a_rule_and_everybody_else_are_refused():
    make_office()
    good = Check(code="o1", points=Decimal(100))

    with pytest.raises(UnknownYear):
        enter(good, year=2570)
    for role in set(Role) - {Role.ANALYST, Role.CLERK}:
        with pytest.raises(PermissionDenied):
            enter(good, by=make_user(role=role))
    assert enter(good, by=make_user(role=Role.CLERK))


def test_an_oit_indicator_is_checked_as_a_whole_where_items_cannot_be_grouped():
    make_office()

    assert enter(Check(code="i9", points=Decimal("90.5")), year=2569)
