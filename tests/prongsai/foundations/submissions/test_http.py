"""A form sent twice is done once."""

import json
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from django.contrib.auth.views import redirect_to_login
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.test import RequestFactory
from django.utils import translation

from prongsai.foundations.numbering.models import Number
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.records.versions import StalePage
from prongsai.foundations.submissions.http import once
from prongsai.foundations.submissions.models import SubmissionRecord
from tests.cast import NOW, make_office
from tests.crowds import own_database, run

pytestmark = pytest.mark.django_db
SENDER = Path(__file__).with_name("sender.py")


@once
def lend(request):
    name = request.POST.get("name", "")
    if not name:
        return HttpResponse("the form again")
    number = Number.objects.count() + 1
    Number.objects.create(
        organisation_id=tenancy.required(), kind=name, year=2569, number=number,
        given_at=NOW,
    )  # fmt: skip
    if name == "late":
        raise StalePage(expected=1, found=2)
    if name == "forbidden":
        raise PermissionDenied
    if name == "signed out":
        return redirect_to_login("/loans/new/")
    if name == "htmx":
        return HttpResponse(headers={"HX-Redirect": f"/loans/{number}/"})
    return redirect(f"/loans/{number}/")


def send(key=None, name="Alice", *, method="post", **headers):
    data = {"name": name} | ({} if key is None else {"submission": str(key)})
    request = getattr(RequestFactory(), method)("/", data, headers=headers)
    request._messages = CookieStorage(request)
    return lend(request), [str(message) for message in get_messages(request)]


def test_the_second_send_gets_the_answer_of_the_first():
    make_office()
    key = uuid4()

    first, quiet = send(key)
    second, told = send(key)

    assert first["Location"] == second["Location"] == "/loans/1/"
    assert Number.objects.count() == 1
    assert quiet == []
    assert len(told) == 1


def test_what_else_the_second_send_says_is_not_read():
    make_office()
    key = uuid4()

    send(key, "Alice")
    answer, _ = send(key, "Bob")

    assert answer["Location"] == "/loans/1/"
    assert Number.objects.get().kind == "Alice"


def test_two_forms_are_two_deeds():
    make_office()

    send(uuid4())
    answer, _ = send(uuid4())

    assert answer["Location"] == "/loans/2/"


def test_a_form_shown_again_may_be_sent_again():
    make_office()
    key = uuid4()

    answer, _ = send(key, "")
    assert answer.content == b"the form again"
    assert not SubmissionRecord.objects.exists()

    answer, told = send(key, "Alice")
    assert answer["Location"] == "/loans/1/"
    assert told == []


@pytest.mark.parametrize(
    ("name", "refusal"), [("late", StalePage), ("forbidden", PermissionDenied)]
)
def test_a_deed_that_is_refused_leaves_nothing_and_may_be_sent_again(name, refusal):
    make_office()
    key = uuid4()

    with pytest.raises(refusal):
        send(key, name)

    assert not Number.objects.exists()
    assert not SubmissionRecord.objects.exists()
    assert send(key)[0]["Location"] == "/loans/1/"


def test_being_sent_to_the_sign_in_page_is_no_deed():
    make_office()
    key = uuid4()

    answer, _ = send(key, "signed out")
    assert "login" in answer["Location"]

    assert send(key)[0]["Location"].startswith("/loans/")


@pytest.mark.parametrize("key", [None, "", "x", "\x00", "1" * 999])
def test_a_form_without_a_number_is_done_each_time(key):
    make_office()

    send(key)
    send(key)

    assert Number.objects.count() == 2


def test_reading_a_page_is_not_remembered():
    make_office()

    send(uuid4(), method="get")

    assert not SubmissionRecord.objects.exists()


def test_the_same_number_in_another_office_is_another_form():
    alices, charlies = make_office(), make_office()
    key = uuid4()

    send(key)
    with tenancy.acting_for(charlies.pk):
        answer, told = send(key, "Charlie")

    assert answer.status_code == 302
    assert told == []
    assert SubmissionRecord.objects.filter(organisation=alices).count() == 1


def test_a_fragment_sent_twice_is_led_to_the_same_page():
    make_office()
    key = uuid4()

    first, _ = send(key, "htmx", **{"HX-Request": "true"})
    second, _ = send(key, "htmx", **{"HX-Request": "true"})

    assert first["HX-Redirect"] == second["HX-Redirect"] == "/loans/1/"


def test_the_sender_is_told_in_thai():
    make_office()
    key = uuid4()
    send(key)

    with translation.override("th"):
        _, [told] = send(key)

    assert "ส่งไปแล้ว" in told


@pytest.mark.slow
def test_eight_browsers_at_once_do_it_once_and_a_killed_one_leaves_nothing(tmp_path):
    with own_database(tmp_path) as variables:
        told = json.loads(run([sys.executable, str(SENDER), "8"], variables))

    assert told["done"] == 1
    assert len(set(told["led_to"])) == 1
    assert told["after_kill"] == {"left": 0, "led_to": "/by/again/"}
