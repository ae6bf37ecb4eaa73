"""Loans for tests, made by the deeds of people: each can be reached from the screens.

The house has one division that lends, a supply officer, its head, the mayor, and Alice,
who borrows. ``lent(...)`` and its neighbours bring a loan as far as their name says.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import count

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.organisations.models import Division, Organisation
from prongsai.registers.lending.actions import assets as asset_actions
from prongsai.registers.lending.actions import groups
from prongsai.registers.lending.actions.loans_deciding import (
    Reasons,
    Word,
    approve,
    check,
)
from prongsai.registers.lending.actions.loans_handling import (
    Handed,
    HandOver,
    Return,
    Returned,
    hand_over,
    take_back,
)
from prongsai.registers.lending.actions.loans_requesting import (
    Borrower,
    Wanted,
    request_at_counter,
    request_for_staff,
    request_on_website,
)
from prongsai.registers.lending.models import Asset, AssetGroup, Loan
from prongsai.registers.lending.models.loan_choices import (
    Benefit,
    BorrowerKind,
    ItemCondition,
)
from prongsai.registers.lending.states.assets import AssetKind
from tests.cast import NOW, TODAY, make_division, make_office, make_user

_numbers = count(1)
SECRET = "ABCD-EFGH-JKMN"
YES = Word(no_conflict=True, benefit_reason="ใช้ในงานราชการ")
NO = Word(
    no_conflict=True,
    reasons=Reasons(facts="ไม่พอ", law="ข้อ 208", considerations="ต้องใช้เอง"),
)


@dataclass
class House:
    """One office and the people who lend in it."""

    office: Organisation
    division: Division
    supply: User
    head: User
    mayor: User
    alice: User


def make_house(office: Organisation | None = None) -> House:
    office = office or make_office()
    division = make_division(office=office)
    return House(
        office=office,
        division=division,
        supply=make_user(role=Role.SUPPLY_OFFICER, division=division),
        head=make_user(role=Role.HEAD, division=division),
        mayor=make_user(role=Role.MAYOR, office=office),
        alice=make_user(role=Role.OFFICER, division=division),
    )


def make_asset(house: House, **fields) -> Asset:
    n = next(_numbers)
    draft = Asset(
        **{
            "code": f"416-69-{n:04d}",
            "name_th": f"เต็นท์ {n}",
            "group": _group(house),
            "division": house.division,
            "unit": "หลัง",
            "public_borrowable": True,
        }
        | fields
    )
    return asset_actions.register(draft, by=house.supply, at=NOW)


def make_consumable(house: House, **fields) -> Asset:
    return make_asset(house, kind=AssetKind.CONSUMABLE, **fields)


def wanted(*items, **fields) -> Wanted:
    usual = Wanted(
        items=tuple(items),
        purpose="จัดประชุมประชาคม",
        benefit=Benefit.OFFICIAL,
        place="หอประชุม",
        on_premises=True,
        starts_on=TODAY,
        due_on=TODAY + timedelta(days=3),
    )
    return replace(usual, **fields)


def insider(house: House) -> Borrower:
    return Borrower(
        kind=BorrowerKind.INTERNAL, user=house.alice, division=house.division
    )


def outsider(kind=BorrowerKind.PERSON, **fields) -> Borrower:
    return Borrower(
        kind=kind,
        **{
            "name": "นางสาวสมมติ ยืมของ",
            "address": "99 หมู่ 9",
            "phone": "081-234-5678",
        }
        | fields,
    )


def asked(house: House, *items, at=NOW, **fields) -> Loan:
    """Alice has asked for something."""
    items = items or ((make_asset(house), 1),)
    return request_for_staff(
        insider(house), wanted(*items, **fields), by=house.alice, at=at
    )


def asked_at_counter(house: House, *items, borrower=None, **fields) -> Loan:
    """The supply officer has entered a request of somebody at the counter."""
    items = items or ((make_asset(house), 1),)
    said = {"basis": "ประกาศ 1/2569", "on_premises": False} | fields
    return request_at_counter(
        borrower or outsider(), wanted(*items, **said), by=house.supply, at=NOW
    )


def asked_on_website(house: House, *items, borrower=None, at=NOW, **fields) -> Loan:
    """A resident has asked on the website; the secret is ``SECRET``."""
    items = items or ((make_asset(house), 1),)
    said = {"basis": "ประกาศ 1/2569", "on_premises": False} | fields
    return request_on_website(
        borrower or outsider(), wanted(*items, **said), secret=SECRET, by=None, at=at
    )


def checked(house: House, *items, at=NOW, **fields) -> Loan:
    """The stock for Alice's request was looked at."""
    return checked_loan(house, asked(house, *items, at=at, **fields), at=at)


def checked_loan(house: House, loan: Loan, *, at=NOW) -> Loan:
    return check(loan, leaves_enough=True, by=house.supply, at=at)


def approved(house: House, *items, at=NOW, **fields) -> Loan:
    """The head said yes to all of Alice's request."""
    return approved_loan(house, checked(house, *items, at=at, **fields), at=at)


def approved_loan(house: House, loan: Loan, *, by=None, at=NOW) -> Loan:
    quantities = {line.pk: line.asked for line in loan.lines.all()}
    return approve(loan, quantities, YES, by=by or house.head, at=at)


def lent(house: House, *items, at=NOW, **fields) -> Loan:
    """Everything of Alice's request is in her hands."""
    return lent_loan(house, approved(house, *items, at=at, **fields), at=at)


def lent_loan(house: House, loan: Loan, *, at=NOW) -> Loan:
    lines = {line.pk: Handed(quantity=line.approved or 0) for line in loan.lines.all()}
    given = HandOver(lines=lines, to="ผู้รับ สมมติ")
    return hand_over(loan, given, by=house.supply, at=at)


def returned(
    house: House, *items, condition=ItemCondition.GOOD, at=NOW, **fields
) -> Loan:
    """Everything came back, in one condition."""
    loan = lent(house, *items, at=at, **fields)
    return returned_loan(house, loan, condition=condition, at=at)


def returned_loan(
    house: House, loan: Loan, *, condition=ItemCondition.GOOD, at=NOW
) -> Loan:
    items = [
        Returned(line=line.pk, quantity=line.outstanding, condition=condition)
        for line in loan.lines.all()
        if line.outstanding
    ]
    brought = Return(items=items, brought_by="ผู้คืน สมมติ")
    return take_back(loan, brought, by=house.supply, at=at)


def later(days: int) -> datetime:
    """The same hour, some days after ``NOW``."""
    return NOW + timedelta(days=days)


def day(days: int) -> date:
    """Some days after ``TODAY``."""
    return TODAY + timedelta(days=days)


def _group(house: House) -> AssetGroup:
    found = AssetGroup.objects.filter(organisation=house.office).first()
    if found is not None:
        return found
    draft = AssetGroup(code="416", name_th="ครุภัณฑ์งานบ้าน")
    return groups.save_group(draft, by=house.supply, at=NOW)
