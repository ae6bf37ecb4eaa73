"""Pages by which a measure is done: begin, finish, report, close, send back."""

import pytest
from django.urls import reverse

from prongsai.registers.measures.actions import doing
from tests.cast import NOW, TODAY, client_of
from tests.following import fresh, make_field, reported, written

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def field():
    return make_field()


def post(user, name, pk, **data):
    return client_of(user).post(reverse(f"measures:{name}", args=[pk]), data)


def test_the_measure_page_offers_what_a_person_may_do(field):
    address = field.measure.get_absolute_url()

    mine = client_of(field.alice).get(address).content.decode()
    bobs = client_of(field.bob).get(address).content.decode()

    begin = reverse("measures:measure_begin", args=[field.measure.pk])
    assert begin in mine
    assert begin not in bobs


def test_begin(field):
    assert post(field.alice, "measure_begin", field.measure.pk).status_code == 302
    assert fresh(field).state == "running"
    assert post(field.bob, "measure_begin", field.measure.pk).status_code == 403


def test_a_step_is_finished_from_my_list_and_leads_back_there(field):
    step = field.steps[0]

    answer = post(
        field.alice, "step_finish", step.pk,
        done_on="20/11/2568", note="ครบ", then="mine",
    )  # fmt: skip

    assert answer.url == reverse("measures:mine")
    assert field.steps[0].done_on == TODAY


def test_the_form_of_a_step_comes_back_with_its_errors(field):
    answer = post(field.alice, "step_finish", field.steps[0].pk, done_on="ไม่ใช่วัน")

    assert answer.status_code == 422
    assert field.steps[0].done_on is None


def test_a_colleague_finishes_and_undoes_nothing(field):
    address = reverse("measures:step_finish", args=[field.steps[0].pk])

    assert client_of(field.bob).get(address).status_code == 403
    assert post(field.bob, "step_undo", field.steps[0].pk).status_code == 403


def test_undo(field):
    doing.finish_step(field.steps[0], done_on=TODAY, by=field.alice, at=NOW)

    assert post(field.alice, "step_undo", field.steps[0].pk).status_code == 302
    assert field.steps[0].done_on is None


def test_report_is_refused_with_a_sentence_and_then_done(field):
    written(field)
    refused = post(field.bob, "measure_report", field.measure.pk)
    assert refused.status_code == 403

    assert post(field.alice, "measure_report", field.measure.pk).status_code == 302
    assert fresh(field).state == "reported"


def test_report_without_output_answers_with_the_sentence(field):
    doing.begin(field.measure, by=field.alice, at=NOW)

    answer = post(field.alice, "measure_report", field.measure.pk)

    assert answer.status_code == 409
    assert "ยังไม่มีผลผลิต" in answer.content.decode()


def test_close_and_send_back(field):
    reported(field)
    address = reverse("measures:measure_send_back", args=[field.measure.pk])
    assert client_of(field.analyst).get(address).status_code == 200

    assert post(field.alice, "measure_close", field.measure.pk).status_code == 403
    assert post(field.analyst, "measure_close", field.measure.pk).status_code == 302
    assert fresh(field).state == "closed"
    back = post(field.analyst, "measure_send_back", field.measure.pk, reason="ผิด")
    assert back.status_code == 302
    assert fresh(field).state == "reported"
