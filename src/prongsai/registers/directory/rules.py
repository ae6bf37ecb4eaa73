"""The numbers of practice this register works with, as they stood on a day."""

from prongsai.foundations.records.dated_rules import RuleBook

_BOOK = RuleBook(__package__)

every_rule = _BOOK.every_rule
rule = _BOOK.rule
value = _BOOK.value
