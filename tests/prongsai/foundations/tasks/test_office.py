"""An office's task carries its office and nothing that could be read as a case."""

import pytest
from django.db import connection

from prongsai.foundations.audit.models import Event
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.tasks.office import step
from prongsai.foundations.tasks.payloads import BadPayload
from tests.cast import make_office, settle
from tests.prongsai.foundations.tasks.marking import count_transactions, leave_mark

pytestmark = pytest.mark.django_db


def test_a_task_runs_in_the_name_of_the_office_that_enqueued_it():
    alice, charlie = make_office(), make_office()

    with tenancy.acting_for(charlie.pk):
        result = leave_mark.enqueue(word="here")

    assert result.kwargs == {"word": "here", "office": charlie.pk}
    assert not Event.objects.filter(organisation=alice).exists()
    settle(charlie)
    assert Event.objects.get(organisation=charlie).verb == "test.here"


def test_a_task_cannot_be_enqueued_in_nobodys_name():
    settle(None)

    with pytest.raises(tenancy.NoOrganisation):
        leave_mark.enqueue(word="here")


@pytest.mark.parametrize("word", ["นายสมมติ", "two words", "", "x" * 121, 1.5, ["a"]])
def test_a_task_refuses_what_is_no_number_or_short_key(word):
    make_office()

    with pytest.raises(BadPayload):
        leave_mark.enqueue(word=word)


def test_a_task_takes_its_arguments_by_name_only():
    make_office()

    with pytest.raises(BadPayload):
        leave_mark.enqueue("here")  # type: ignore[call-arg]  # on purpose


def test_what_is_read_aside_keeps_no_writer_waiting_on_sqlite():
    office = make_office()

    before, aside, step = count_transactions.func(office=office.pk)  # type: ignore[call-arg]

    assert aside - before == {"sqlite": 0, "postgresql": 1}[connection.vendor]
    assert step > aside


def test_a_step_outside_a_task_is_a_mistake():
    make_office()

    with pytest.raises(tenancy.NoOrganisation), step():
        pass
