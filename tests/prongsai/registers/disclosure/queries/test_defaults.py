"""Who usually keeps an item, and which registers answer it."""

from datetime import date

import pytest

from prongsai.foundations.publications import supplying
from prongsai.ita.frameworks import loader
from prongsai.registers.disclosure.queries.defaults import proposal, supplies_for
from prongsai.registers.disclosure.standards import proposals, usual
from tests.cast import make_division

FRAMEWORK = loader.load(2569)
LIVE = {
    "o1": {"directory.structure"},
    "o2": {"directory.executives"},
    "o3": {"directory.contact"},
    "o4": {"news.current"},
    "o25": {"reports.analysis", "reports.measures"},
    "o26": {"reports.result"},
}


@pytest.mark.parametrize("code", sorted(LIVE))
def test_the_registers_that_are_built_answer_their_items(code):
    item = FRAMEWORK.item(code)
    assert item is not None

    assert {one.key for one in supplies_for(item)} == LIVE[code]


def test_every_subject_of_a_framework_has_a_proposal_of_its_own():
    subjects = [s for item in FRAMEWORK.items or () for s in item.subjects]

    assert [s for s in subjects if not usual(s).subject] == ["inquiries"]


def test_every_proposed_supply_is_offered_by_a_register():
    named = {key for one in proposals() for key in one.supplies}

    assert named <= set(supplying.registry())


@pytest.mark.django_db
def test_the_first_usual_division_that_the_office_has_is_proposed():
    finance = make_division(code="finance")
    item = FRAMEWORK.item("o11")
    assert item is not None

    found = proposal(item, window_ends=date(2026, 4, 30))

    assert (found.division, found.due_on) == (finance, date(2026, 4, 16))
    assert proposal(item, window_ends=None).due_on is None
