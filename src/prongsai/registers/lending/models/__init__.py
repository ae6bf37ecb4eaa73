"""Tables of the register, gathered for Django; each half stands in its own modules."""

from prongsai.registers.lending.models.assets import Asset as Asset
from prongsai.registers.lending.models.assets import AssetEvent as AssetEvent
from prongsai.registers.lending.models.assets import AssetGroup as AssetGroup
from prongsai.registers.lending.models.checks import CheckItem as CheckItem
from prongsai.registers.lending.models.checks import CheckMember as CheckMember
from prongsai.registers.lending.models.checks import StockCheck as StockCheck
from prongsai.registers.lending.models.checks import Surplus as Surplus
from prongsai.registers.lending.models.disposals import Disposal as Disposal
from prongsai.registers.lending.models.imports import AssetImport as AssetImport
from prongsai.registers.lending.models.loan_events import Attempt as Attempt
from prongsai.registers.lending.models.loan_events import Chase as Chase
from prongsai.registers.lending.models.loan_events import Contact as Contact
from prongsai.registers.lending.models.loan_events import Extension as Extension
from prongsai.registers.lending.models.loan_events import LoanDecision as LoanDecision
from prongsai.registers.lending.models.loan_events import (
    RegisterProposal as RegisterProposal,
)
from prongsai.registers.lending.models.loan_events import Settlement as Settlement
from prongsai.registers.lending.models.loans import Loan as Loan
from prongsai.registers.lending.models.loans import LoanLine as LoanLine
from prongsai.registers.lending.models.loans import ReturnedItem as ReturnedItem
from prongsai.registers.lending.models.reservations import Reservation as Reservation
