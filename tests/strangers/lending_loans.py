"""Strangers at the pages of lending: Alice's loans open nothing at another office."""

from prongsai.foundations.organisations import tenancy
from prongsai.registers.lending.actions.loans_chasing import list_reminder
from prongsai.registers.lending.actions.loans_deciding import ask_extension
from prongsai.registers.lending.actions.loans_publishing import propose_register
from prongsai.registers.lending.actions.loans_settling import open_settlement
from prongsai.registers.lending.models import Asset
from prongsai.registers.lending.models.loan_choices import ContactReason, ItemCondition
from tests.borrowing import (
    House,
    approved,
    asked,
    asked_on_website,
    checked,
    day,
    lent,
    make_asset,
    make_house,
    outsider,
    returned,
)
from tests.cast import NOW

SECRETS = ["ความลับของอลิซ", "เต็นท์ของอลิซ"]


def nothing(_office):
    return {}


def house_of(office) -> House:
    with tenancy.acting_for(office.pk):
        return make_house(office)


def loan_by(make, **more):
    """Return a case about one loan of Alice's that somebody brought so far."""

    def case(office):
        house = house_of(office)
        with tenancy.acting_for(office.pk):
            tent = make_asset(house, name_th=SECRETS[1])
            loan = make(house, (tent, 1))
        return {"kwargs": {"pk": loan.pk} | more, "secrets": SECRETS}

    return case


def named(make):
    """Give the loan a purpose nobody else may read."""
    return lambda house, *items: make(house, *items, purpose=SECRETS[0])


def extended(house, *items):
    loan = lent(house, *items, purpose=SECRETS[0])
    ask_extension(loan, day(9), reason=SECRETS[0], by=house.alice, at=NOW)
    return loan


def damaged(house, *items):
    loan = returned(house, *items, purpose=SECRETS[0], condition=ItemCondition.DAMAGED)
    open_settlement(loan, findings=SECRETS[0], by=house.supply, at=NOW)
    return loan


def reminder(office):
    house = house_of(office)
    with tenancy.acting_for(office.pk):
        loan = lent(house, purpose=SECRETS[0])
        list_reminder(loan, ContactReason.DUE_SOON, by=None, at=NOW)
        row = loan.contacts.get()
    return {"kwargs": {"pk": loan.pk, "contact": row.pk}, "secrets": SECRETS}


def proposal(office):
    house = house_of(office)
    with tenancy.acting_for(office.pk):
        lent(house, (make_asset(house, name_th=SECRETS[1]), 1))
        made = propose_register(2569, by=house.supply, at=NOW)
    return {"kwargs": {"pk": made.pk}, "secrets": SECRETS}


def without_key(case):
    """Make the same for a page whose address holds no key."""
    return lambda office: {"secrets": case(office)["secrets"]}


def calendar(office):
    house = house_of(office)
    with tenancy.acting_for(office.pk):
        tent = make_asset(house, name_th=SECRETS[1])
    return {"kwargs": {"pk": tent.pk}, "secrets": SECRETS}


def picked(office):
    """Pick Alice's tent by its key, in the address and in the form."""
    found = calendar(office)
    pk = found["kwargs"]["pk"]
    with tenancy.acting_for(office.pk):
        name = Asset.objects.get(pk=pk).name_th
    return {"data": {f"n{pk}": "1"}, "secrets": [name]}


def on_website(office):
    house = house_of(office)
    with tenancy.acting_for(office.pk):
        asked_on_website(house, borrower=outsider(name=SECRETS[0]), purpose=SECRETS[0])
    return {
        "data": {"reference": "1/2569", "secret": "ABCD-EFGH-JKMN"},
        "secrets": SECRETS,
    }


def of_year(**data):
    def case(office):
        house = house_of(office)
        with tenancy.acting_for(office.pk):
            lent(house, (make_asset(house, name_th=SECRETS[1]), 1))
        return {"data": {"year": "2569"} | data, "secrets": SECRETS}

    return case


def listed(office):
    house = house_of(office)
    with tenancy.acting_for(office.pk):
        asked(house, (make_asset(house, name_th=SECRETS[1]), 1), purpose=SECRETS[0])
    return {"secrets": SECRETS}


CASES = {
    "lending:loans": listed,
    "lending:desk": listed,
    "lending:pick": listed,
    "lending:pick_for_outsider": listed,
    "lending:new": picked,
    "lending:new_for_outsider": picked,
    "lending:loan": loan_by(named(asked)),
    "lending:unmask": loan_by(named(asked)),
    "lending:check": loan_by(named(asked)),
    "lending:decide": loan_by(named(checked)),
    "lending:hand_over": loan_by(named(approved)),
    "lending:take_back": loan_by(named(lent)),
    "lending:chase": loan_by(named(lent)),
    "lending:reached": reminder,
    "lending:extend": loan_by(named(lent)),
    "lending:decide_extension": loan_by(extended),
    "lending:cancel": loan_by(named(asked)),
    "lending:close": loan_by(named(returned)),
    "lending:open_settlement": loan_by(damaged),
    "lending:hear": loan_by(damaged),
    "lending:decide_settlement": loan_by(damaged),
    "lending:fulfil": loan_by(damaged),
    "lending:paper": loan_by(named(asked), kind="form", ending="pdf"),
    "lending:calendar": calendar,
    "lending:publishing": without_key(proposal),
    "lending:proposal": proposal,
    "lending:confirm": proposal,
    "lending:propose": of_year(),
    "lending:register": of_year(side="internal", ending="csv"),
    "lending:report": of_year(period="year", ending="docx"),
    "lending_public:borrow": listed,
    "lending_public:request": picked,
    "lending_public:requested": on_website,
    "lending_public:track": on_website,
    "lending_public:tracked": on_website,
    "lending_public:cancel": on_website,
}
