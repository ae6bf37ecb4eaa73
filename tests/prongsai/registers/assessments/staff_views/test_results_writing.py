"""The forms that write results: what they take, what they refuse, who may open them."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse

from prongsai.foundations.accounts.models import Role
from prongsai.registers.assessments.models import Assessment
from prongsai.registers.assessments.queries import results as queries
from prongsai.registers.assessments.states import AssessmentState
from tests.cast import client_of, make_office, make_user
from tests.results import POINTS, make_result, the_analyst

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ENTER = reverse("assessments:result_enter")


def typed(**fields):
    points = {f"i{n}": value for n, value in enumerate(POINTS, 1)}
    return {"submission": str(uuid4()), **points, "total": "", "level": ""} | fields


def test_a_result_is_typed_in_with_thai_digits_and_sent_twice_is_entered_once():
    make_office()
    client = client_of(the_analyst())
    data = typed(i1="๙๕.๕๐", total="๘๙.๐๐", item_o1="100", announced_on="8 ส.ค. 2568")

    first = client.post(f"{ENTER}?year=2568", data)
    again = client.post(f"{ENTER}?year=2568", data)

    made = Assessment.objects.get()
    assert first["Location"] == again["Location"] == made.get_absolute_url()
    assert queries.points_of(made)[1] == Decimal("95.50")
    assert queries.items_of(made) == {"o1": Decimal(100)}
    assert made.announced_total == Decimal("89.00")


@pytest.mark.parametrize(
    ("field", "value"), [("i3", ""), ("i3", "100.5"), ("i3", "ก"), ("item_o2", "-1")]
)
def test_what_is_wrong_stands_at_its_field_and_nothing_is_written(field, value):
    make_office()

    page = client_of(the_analyst()).post(f"{ENTER}?year=2568", typed(**{field: value}))

    assert page.status_code == 422
    assert field in page.context["form"].errors
    assert not Assessment.objects.exists()


@pytest.mark.parametrize("year", ["2570", "2563", "x", "2568x"])
def test_a_year_that_has_no_result_is_not_found(year):
    make_office()

    assert client_of(the_analyst()).get(f"{ENTER}?year={year}").status_code == 404


def test_a_draft_is_corrected_and_a_stale_page_is_told():
    make_office()
    made = make_result(confirmed=False)
    address = reverse("assessments:result_edit", args=[made.pk])
    client = client_of(the_analyst())
    assert 'value="92.10"' in client.get(address).text

    done = client.post(address, typed(i1="93", version="1"))
    stale = client.post(address, typed(i1="94", version="1"))

    assert (done.status_code, stale.status_code) == (302, 409)
    made.refresh_from_db()
    assert queries.points_of(Assessment.objects.get())[1] == Decimal(93)


def test_a_result_is_confirmed_opened_again_and_a_draft_is_thrown_away():
    make_office()
    made = make_result(confirmed=False)
    draft = make_result(2567, confirmed=False)
    client = client_of(the_analyst())

    def send(name, row, **data):
        address = reverse(f"assessments:{name}", args=[row.pk])
        return client.post(address, {"submission": str(uuid4()), **data}).status_code

    assert send("result_confirm", made, version="7") == 409
    assert send("result_confirm", made, version="1") == 302
    assert send("result_edit", made, version="2") == 409
    assert send("result_reopen", made, reason="") == 422
    assert send("result_reopen", made, reason="ผิด") == 302
    assert send("result_discard", draft) == 302
    made.refresh_from_db()
    assert made.state == AssessmentState.DRAFT
    assert Assessment.objects.count() == 1


def test_pages_that_write_open_for_the_analyst_and_nobody_below():
    make_office()
    made = make_result()
    draft = make_result(2567, confirmed=False)
    pages = [
        reverse("assessments:result_new"),
        f"{ENTER}?year=2566",
        reverse("assessments:result_edit", args=[draft.pk]),
        reverse("assessments:result_reopen", args=[made.pk]),
        reverse("assessments:sheet_upload"),
        reverse("assessments:sheet_template"),
    ]
    analyst, head = client_of(the_analyst()), client_of(make_user(role=Role.HEAD))

    assert {analyst.get(page).status_code for page in pages} == {200}
    assert {head.get(page).status_code for page in pages} == {403}
