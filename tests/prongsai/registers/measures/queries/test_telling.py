"""The difference of a proposed plan is said in words, not in keys."""

import pytest

from prongsai.foundations.approvals.differences import differences
from prongsai.registers.measures.queries.telling import wording_of
from tests.cast import make_office

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

STEP = {
    "under": None, "marker": "1.", "text": "ทำป้าย", "division": "",
    "accountable": "", "due_on": "2026-11-30",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _office():
    make_office()


def a_plan(**step):
    steps = {"5": {**STEP, **step}, "6": {**STEP, "under": 5}}
    measure = {"title": "ติดป้าย", "aspect": 2, "steps": steps}
    return {"fiscal_year": 2569, "title": "", "measures": {"2": measure}}


def about(content):
    subject = {"label": "measures.plan", "pk": 1, "content": content}
    return {"title": "", "subject": subject}


def test_a_changed_day_names_its_measure_step_and_field():
    [found] = differences(about(a_plan()), about(a_plan(due_on="2026-12-31")))

    assert "ติดป้าย" in str(found.label)
    assert "ทำป้าย" in str(found.label)
    assert "due_on" not in str(found.label)
    assert "2026" not in "".join(piece.text for piece in found.pieces)


def test_keys_are_said_as_names():
    say = wording_of(a_plan())

    assert say(["measures", "2", "aspect"], "2")[1].startswith("2. ")
    assert say(["measures", "2", "steps", "6", "under"], "5")[1] == "ทำป้าย"
    assert say(["title"], "ก")[1] == "ก"


def test_a_field_nobody_knows_any_more_keeps_its_key():
    say = wording_of(a_plan())

    assert say(["measures", "2", "of_old"], "x")[0].endswith("of_old")
