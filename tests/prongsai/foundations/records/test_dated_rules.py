"""Numbers of law and practice: dated, sourced, and found by the day they hold on."""

from datetime import date

import pytest

from prongsai.foundations.approvals import rules as approvals
from prongsai.foundations.records.dated_rules import CONFIDENCE, RuleBook
from prongsai.registers.lending import rules as lending
from prongsai.registers.measures import rules as measures
from prongsai.registers.meetings import rules as meetings

BOOKS = {
    each.__name__: each.every_rule()
    for each in (approvals, lending, measures, meetings)
}
EVERY = [(book, name) for book, rules in BOOKS.items() for name in sorted(rules)]


@pytest.fixture
def book(tmp_path, monkeypatch):
    """Write the rules of a package that only this test has, named after its folder."""

    def write(text):
        tmp_path.joinpath("__init__.py").touch()
        tmp_path.joinpath("rules.toml").write_text(text, encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path.parent)
        return RuleBook(tmp_path.name)

    return write


def entry(value, since):
    return (
        f'[[days]]\nvalue = {value}\nfrom = {since}\nsource = "ข้อ 1"\n'
        'confidence = "high"\n'
    )


@pytest.mark.parametrize(("where", "name"), EVERY)
def test_every_number_has_a_source_and_says_how_sure_it_is(where, name):
    for version in BOOKS[where][name]:
        assert version.source.strip()
        assert version.confidence in CONFIDENCE


def test_a_rule_is_the_latest_that_holds_on_the_day(book):
    rules = book(entry(15, "2020-01-01") + entry(7, "2010-01-01"))

    found = [
        rules.value("days", on=date(year, 1, 1)) for year in (2010, 2019, 2020, 2030)
    ]

    assert found == [7, 7, 15, 15]


def test_before_the_first_known_day_the_first_one_counts(book):
    rules = book(entry(15, "2020-01-01") + entry(7, "2010-01-01"))

    assert rules.rule("days", on=date(1900, 1, 1)) == rules.every_rule()["days"][0]


def test_an_unknown_rule_is_a_mistake_of_ours(book):
    with pytest.raises(KeyError):
        book(entry(7, "2010-01-01")).rule("nothing", on=date(2025, 1, 1))


@pytest.mark.parametrize(
    "wrong",
    [entry('"seven"', "2010-01-01"), entry(7, "2010")],
    ids=["no number", "no day"],
)
def test_a_number_or_a_day_that_is_none_is_a_mistake_of_ours(book, wrong):
    with pytest.raises(TypeError):
        book(wrong).every_rule()
