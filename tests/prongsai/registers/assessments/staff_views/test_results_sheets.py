"""Sheets of results through the pages: template out, filled sheet in, looked at, entered."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from prongsai.foundations.accounts.models import Role
from prongsai.registers.assessments.models import Assessment, ResultSheet
from tests.cast import client_of, make_office, make_user
from tests.results import POINTS, make_result, the_analyst

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def sheet_of(*years, points=POINTS):
    lines = ["ปีงบประมาณ,Code,Name of the value,value"]
    for year in years:
        lines += [f"{year},{n},,{value}" for n, value in enumerate(points, 1)]
    return SimpleUploadedFile("results.csv", "\n".join(lines).encode("utf-8"))


def send(client, file):
    data = {"submission": str(uuid4()), "file": file}
    return client.post(reverse("assessments:sheet_upload"), data)


def post(client, name, pk):
    address = reverse(f"assessments:{name}", args=[pk])
    return client.post(address, {"submission": str(uuid4())})


def test_a_sheet_of_two_years_is_looked_at_and_entered_as_drafts():
    make_office()
    client = client_of(the_analyst())

    looked = client.get(send(client, sheet_of(2567, 2568))["Location"])
    assert not Assessment.objects.exists()
    taken = post(client, "sheet_take", ResultSheet.objects.get().pk)
    again = post(client, "sheet_take", ResultSheet.objects.get().pk)

    assert looked.context["checked"].is_fine
    assert (taken.status_code, again.status_code) == (302, 409)
    assert {a.state for a in Assessment.objects.all()} == {"draft"}
    assert client.get(ResultSheet.objects.get().get_absolute_url()).status_code == 200


def test_a_sheet_with_mistakes_says_where_and_enters_nothing():
    make_office()
    client = client_of(the_analyst())
    pk = int(
        send(client, sheet_of(2568, points=(*POINTS[:9], "200")))["Location"].split(
            "/"
        )[-2]
    )

    looked = client.get(reverse("assessments:sheet", args=[pk]))
    taken = post(client, "sheet_take", pk)

    assert [p.row for p in looked.context["checked"].problems] == [11, 0]
    assert taken["Location"] == reverse("assessments:sheet", args=[pk])
    assert not Assessment.objects.exists()
    assert post(client, "sheet_discard", pk).status_code == 302
    assert not ResultSheet.objects.exists()


def test_a_file_that_is_no_sheet_is_refused_at_once():
    make_office()
    client = client_of(the_analyst())

    empty = SimpleUploadedFile("a.csv", b"year,code,value")
    false = SimpleUploadedFile("a.xlsx", b"%PDF-1.7 not a sheet")

    assert send(client, empty).status_code == 422
    assert send(client, false).status_code == 422


def test_every_year_goes_out_for_every_reader():
    make_office()
    make_result()
    client = client_of(make_user(role=Role.OFFICER))

    for kind in ("csv", "xlsx"):
        answer = client.get(reverse(f"assessments:results_{kind}"))
        assert answer.headers["Content-Disposition"].endswith(f'results.{kind}"')


def test_a_sheet_is_the_analysts():
    make_office()
    send(client_of(the_analyst()), sheet_of(2568))
    pk = ResultSheet.objects.get().pk
    officer = client_of(make_user())

    assert officer.get(reverse("assessments:sheet", args=[pk])).status_code == 403
    for name in ("sheet_take", "sheet_discard"):
        assert post(officer, name, pk).status_code == 403
