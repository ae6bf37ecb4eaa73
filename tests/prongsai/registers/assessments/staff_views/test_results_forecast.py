"""The forecast and our own checks through their pages."""

from uuid import uuid4

import pytest
from django.urls import reverse

from prongsai.foundations.accounts.models import Role
from prongsai.registers.assessments.models import SelfCheck
from tests.cast import client_of, make_office, make_user
from tests.results import make_result, the_analyst

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

FORECAST, CHECKS = reverse("assessments:forecast"), reverse("assessments:checks")


def english(user):
    client = client_of(user)
    client.cookies["django_language"] = "en"
    return client


def test_the_forecast_is_marked_as_ours_and_names_what_nobody_measures():
    make_office()
    make_result(2568)

    page = english(make_user(role=Role.MAYOR)).get(f"{FORECAST}?year=2569")

    assert "not the official result" in page.text
    assert page.context["unmeasured"] == list(range(1, 11))
    assert page.context["no_grouping"]
    assert not page.context["found"].is_measured


def test_without_anything_there_is_no_total():
    make_office()

    page = english(make_user()).get(f"{FORECAST}?year=2568")

    assert page.context["found"].result is None
    assert page.context["lacking"] == list(range(1, 11))


def test_only_what_was_changed_is_written_and_a_stale_check_is_told():
    make_office()
    client = client_of(the_analyst())

    def send(**data):
        return client.post(
            f"{CHECKS}?year=2568", {"submission": str(uuid4()), **data}
        ).status_code

    first = {"p_o1": "100.00", "initial-p_o1": "", "g_o1": "มีครบ", "initial-g_o1": ""}
    assert send(**first, p_i3="๙๐.๕") == 302
    assert send(**first | {"p_o1": "0.00"}) == 409
    assert send(**{"p_o1": "", "initial-p_o1": "100.00", "initial-g_o1": "มีครบ"}) == 302
    assert send(p_i3="101") == 422

    assert list(SelfCheck.objects.values_list("code", flat=True)) == ["i3"]


def test_everybody_reads_the_checks_and_only_the_analyst_writes():
    make_office()
    reader = client_of(make_user(role=Role.AUDITOR))

    assert reader.get(CHECKS).status_code in {200, 404}
    assert reader.get(f"{CHECKS}?year=2568").status_code == 200
    assert reader.post(f"{CHECKS}?year=2568", {"p_o1": "100.00"}).status_code == 403
