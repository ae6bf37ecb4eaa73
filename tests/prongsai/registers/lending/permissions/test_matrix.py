"""The approval matrix, row by row, with the clause each row rests on."""

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.registers.lending.models.loan_choices import Benefit, BorrowerKind
from prongsai.registers.lending.permissions.matrix import Case, ruling

INTERNAL, AGENCY = BorrowerKind.INTERNAL, BorrowerKind.AGENCY
COMMUNITY, PERSON = BorrowerKind.COMMUNITY, BorrowerKind.PERSON

# borrower, on premises, consumable, basis, urgent, enough → decides, forbidden, rule
TABLE = [
    (INTERNAL, True, False, False, False, True, Role.HEAD, "", "208-2-on"),
    (INTERNAL, False, False, False, False, True, Role.MAYOR, "", "208-2-off"),
    (AGENCY, True, False, False, False, True, Role.MAYOR, "", "208-1"),
    (AGENCY, False, False, False, False, True, Role.MAYOR, "", "208-1"),
    (COMMUNITY, True, False, True, False, True, Role.MAYOR, "", "207-basis"),
    (PERSON, False, False, True, False, True, Role.MAYOR, "", "207-basis"),
    (PERSON, False, False, False, False, True, None, "no-basis", "207-basis"),
    (COMMUNITY, False, False, False, False, True, None, "no-basis", "207-basis"),
    (AGENCY, False, True, False, True, True, Role.MAYOR, "", "210"),
    (AGENCY, False, True, False, False, True, None, "consumable-not-urgent", "210"),
    (AGENCY, 0, True, 0, True, False, Role.MAYOR, "consumable-not-enough", "210"),
    (PERSON, False, True, True, True, True, None, "consumable-to-others", "210"),
    (COMMUNITY, False, True, True, True, True, None, "consumable-to-others", "210"),
    (INTERNAL, True, True, False, True, True, None, "consumable-to-others", "210"),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row[0]}-{row[-1]}-{row[-2]}")
def test_the_matrix_names_who_decides_or_what_forbids(row):
    borrower, on_premises, consumable, basis, urgent, enough, role, code, rule = row

    found = ruling(
        Case(
            borrower=borrower,
            benefit=Benefit.PUBLIC,
            on_premises=bool(on_premises),
            consumable=consumable,
            basis=bool(basis),
            urgent=urgent,
            leaves_enough=enough,
        )
    )

    assert found.decides == role
    assert found.forbidden == (f"lending.{code}" if code else "")
    assert found.rule == rule


@pytest.mark.parametrize("borrower", list(BorrowerKind))
def test_nothing_is_lent_for_private_use(borrower):
    found = ruling(
        Case(borrower=borrower, benefit=Benefit.PRIVATE, on_premises=True, basis=True)
    )

    assert (found.decides, found.forbidden) == (None, "lending.private-use")
