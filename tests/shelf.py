"""Assets for tests: things on the shelf of an office, entered through the actions."""

from datetime import date
from decimal import Decimal
from itertools import count

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import holders
from prongsai.foundations.organisations import tenancy
from prongsai.registers.lending.actions import assets as asset_actions
from prongsai.registers.lending.actions import checks as check_actions
from prongsai.registers.lending.actions import groups as group_actions
from prongsai.registers.lending.models.assets import Asset, AssetGroup
from prongsai.registers.lending.models.checks import StockCheck
from prongsai.registers.lending.states.assets import AcquiredHow
from tests.cast import NOW, TODAY, current_office, make_division, make_user

_numbers = count(1)


def keeper_of_the_register() -> User:
    """The supply officer of the office the test has settled in; a new one when needed."""
    found = holders(Role.SUPPLY_OFFICER, on=TODAY)
    return found[0].user if found else make_user(role=Role.SUPPLY_OFFICER)


def make_group(**fields) -> AssetGroup:
    n = next(_numbers)
    draft = AssetGroup(**{"code": f"4{n:02}", "name_th": f"หมวดทดสอบ {n}"} | fields)
    return group_actions.save_group(draft, by=keeper_of_the_register(), at=NOW)


def make_asset(*, office=None, **fields) -> Asset:
    """Enter an asset into the register of an office, by its supply officer."""
    office = office or current_office()
    with tenancy.acting_for(office.pk):
        n = next(_numbers)
        facts = {
            "code": f"416-69-{n:04}",
            "name_th": f"เต็นท์ผ้าใบทดสอบ {n}",
            "unit": "หลัง",
            "acquired_how": AcquiredHow.BOUGHT,
            "acquired_on": date(2024, 10, 1),
            "unit_price": Decimal("12000.00"),
            "useful_life": 5,
            "place": "คลังพัสดุ",
        } | fields
        if "group" not in facts:
            facts["group"] = make_group()
        if "division" not in facts:
            facts["division"] = make_division(office=office)
        draft = Asset(**facts)
        return asset_actions.register(draft, by=keeper_of_the_register(), at=NOW)


def make_check(*, members=None, fiscal_year=2568, **fields) -> StockCheck:
    """Enter the order for a check of a fiscal year that has ended before ``NOW``."""
    members = members or (make_user(),)
    order = check_actions.Order(
        **{
            "fiscal_year": fiscal_year,
            "number": "199/2568",
            "dated": date(2025, 9, 15),
            "members": tuple(members),
        }
        | fields
    )
    return check_actions.open_check(order, by=keeper_of_the_register(), at=NOW)


def start_check(**fields) -> tuple[StockCheck, User]:
    """Open a check of one member and begin to count what is on the shelf."""
    member = make_user()
    opened = make_check(members=(member,), **fields)
    return check_actions.start(opened, by=member, at=NOW), member
