"""The parts of the memo about an annual check, filled from the register."""

from prongsai.foundations.approvals.statements import Parts
from prongsai.registers.lending.documents.check_report import (
    facts_in_words,
    opinion,
    order_in_words,
)
from prongsai.registers.lending.documents.wording import say
from prongsai.registers.lending.models.checks import StockCheck


def memo_title(stock_check: StockCheck) -> str:
    """Return the subject line."""
    return say("memo_title", year=stock_check.fiscal_year)


def memo_parts(stock_check: StockCheck) -> Parts:
    """Return background, facts, law, considerations and closing."""
    return Parts(
        background=order_in_words(stock_check),
        facts=facts_in_words(stock_check),
        law=say("memo_law"),
        considerations=opinion(stock_check),
        closing=say("memo_closing"),
    )
