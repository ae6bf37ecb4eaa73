"""Pages on which the result is written: lines, the missing number, the cut-off."""

from decimal import Decimal

import pytest
from django.urls import reverse

from prongsai.registers.measures.actions import doing
from prongsai.registers.measures.models import Kind, Line
from tests.cast import NOW, TODAY, client_of
from tests.following import FIGURE, fresh, line, make_field

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def field():
    return make_field()


def add(field, kind):
    return reverse("measures:line_add", args=[field.measure.pk, kind])


def test_the_draft_of_an_output_states_the_finished_steps(field):
    doing.finish_step(field.steps[0], done_on=TODAY, by=field.alice, at=NOW)

    page = client_of(field.alice).get(add(field, "output"))

    assert "ดำเนินการแล้วเสร็จ 1 ขั้นตอน จากทั้งหมด 2 ขั้นตอน" in page.content.decode()


def test_an_outcome_is_written_with_its_number_in_thai_digits(field):
    client_of(field.alice).post(
        add(field, "outcome"), {"text": "คะแนน", "value": "๘๖.๒๕", "unit": "คะแนน"}
    )

    row = Line.objects.get()
    assert (row.kind, row.value) == (Kind.OUTCOME, Decimal("86.25"))


def test_a_number_beside_a_figure_comes_back(field):
    answer = client_of(field.alice).post(
        add(field, "outcome"), {"text": "ยืม", "value": "5", "figure_key": FIGURE}
    )

    assert answer.status_code == 422
    assert not Line.objects.exists()


def test_a_colleague_writes_nothing(field):
    row = line(field)
    client = client_of(field.bob)

    assert client.get(add(field, "output")).status_code == 403
    edit = reverse("measures:line_edit", args=[row.pk])
    assert client.get(edit).status_code == 403
    remove = reverse("measures:line_remove", args=[row.pk])
    assert client.post(remove).status_code == 403


def test_a_line_is_corrected_and_removed(field):
    row = line(field)
    client = client_of(field.alice)
    edit = reverse("measures:line_edit", args=[row.pk])
    assert row.text in client.get(edit).content.decode()

    client.post(edit, {"text": "ป้าย 6 จุด", "version": 1})
    row.refresh_from_db()
    assert row.text == "ป้าย 6 จุด"
    stale = client.post(edit, {"text": "ป้าย 7 จุด", "version": 1})
    assert stale.status_code == 409

    client.post(reverse("measures:line_remove", args=[row.pk]))
    assert not Line.objects.exists()


def test_the_reason_for_a_missing_number_is_stated(field):
    address = reverse("measures:no_number", args=[field.measure.pk])
    client = client_of(field.alice)
    assert client.get(address).status_code == 200

    client.post(address, {"reason": "ยังไม่ได้สำรวจ"})

    assert fresh(field).no_number_because == "ยังไม่ได้สำรวจ"


def test_the_cut_off_is_for_who_compiles_the_year(field):
    line(field, Kind.OUTCOME, "ยืม", figure_key=FIGURE)
    address = reverse("measures:cut_off", args=[field.plan.pk])
    assert client_of(field.analyst).get(address).status_code == 200

    said = {"cut_off": "20/11/2568"}
    assert client_of(field.alice).post(address, said).status_code == 403
    assert client_of(field.analyst).post(address, said).status_code == 302
