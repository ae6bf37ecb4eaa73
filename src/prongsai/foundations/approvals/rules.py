"""The numbers of the law this application works with, as they were on a day."""

from prongsai.foundations.records.dated_rules import RuleBook

_BOOK = RuleBook(__package__)

every_rule = _BOOK.every_rule
rule = _BOOK.rule
