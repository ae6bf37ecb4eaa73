"""A program: sixteen people approve, at the same moment, what cannot all be promised."""

# ruff: noqa: E402, T201  # Django is set up first; it is a program that says what it did

import sys

import django

django.setup()

from prongsai.foundations.organisations import tenancy
from prongsai.ita.errors import ItaError
from prongsai.registers.lending.models import Loan, Reservation
from tests.borrowing import approved_loan, checked, day, make_asset, make_house
from tests.cast import make_office
from tests.crowds import side_by_side

CROWD = 16


def main(owned: int, each: int) -> None:
    """Print how many won, how many were told why not, and how many items are promised."""
    office = make_office()
    with tenancy.acting_for(office.pk):
        house = make_house(office)
        asset = make_asset(house, quantity=owned)
        loans = [
            checked(house, (asset, each), starts_on=day(n), due_on=day(n + CROWD))
            for n in range(CROWD)
        ]

    def approve(n: int) -> str:
        with tenancy.acting_for(office.pk):
            try:
                approved_loan(house, Loan.objects.get(pk=loans[n].pk))
            except ItaError as error:
                return error.code
            return "won"

    told = side_by_side(CROWD, approve)
    with tenancy.acting_for(office.pk):
        promised = sum(Reservation.objects.values_list("quantity", flat=True))
    print(told.count("won"), told.count("lending.not-available"), promised)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
