"""What the public pages of lending show."""

from prongsai.foundations.publications import queries as publications
from prongsai.foundations.publications.models import Version
from prongsai.registers.lending.models import Loan
from prongsai.registers.lending.queries.way import way_of
from prongsai.registers.lending.states.loans import BEFORE_HAND_OVER
from prongsai.ui.steps import Step


def open_registers() -> list[Version]:
    """Return the registers that are public, the latest year first."""
    found = [
        version
        for version in publications.standing_versions()
        if version.publication.address.startswith("lending/")
    ]
    return sorted(found, key=lambda v: v.publication.address, reverse=True)


def can_be_called_off(loan: Loan) -> bool:
    """Whether the borrower may still cancel: nothing was handed over yet."""
    return loan.state in BEFORE_HAND_OVER


def borrower_steps(loan: Loan) -> list[Step]:
    """Return the way of a request as the borrower sees it."""
    return [Step(label=str(step.label), state=state) for step, state in way_of(loan)]
