"""Borrowing without an account: from the shelf to the receipt, the tracking, the end."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.timezone import localdate

from prongsai.registers.lending import rules
from prongsai.registers.lending.actions.loans_deciding import refuse
from prongsai.registers.lending.models import Attempt, Loan
from prongsai.registers.lending.models.loan_choices import Channel
from prongsai.registers.lending.states.loans import LoanState
from prongsai.ui.writing import short_date
from tests.borrowing import (
    NO,
    approved_loan,
    asked_on_website,
    checked_loan,
    lent_loan,
    make_asset,
    make_consumable,
    make_house,
)
from tests.cast import NOW, client_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SENT = re.compile(r"[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}")


def today():
    return short_date(localdate(timezone.now()))


def request_of(asset, **fields):
    """What a resident fills in; a field that is ``None`` is left out."""
    said = {
        f"n{asset.pk}": "๑",
        "starts_on": today(),
        "due_on": today(),
        "purpose": "งานบุญ",
        "benefit": "public",
        "place": "วัด",
        "kind": "person",
        "name": "นางสาวสมมติ ทดลอง",
        "address": "99 หมู่ 9",
        "phone": "๐๗๓๑๒๓๔๕๖",
        "id_kind": "none",
        "basis": "ประกาศ 1/2569",
        "agreed": "on",
        "website": "",
    } | fields
    return {name: value for name, value in said.items() if value is not None}


def send(house, asset, **fields):
    client = client_of(None, office=house.office)
    address = f"/lending/request/?n{asset.pk}=1"
    return client, client.post(address, request_of(asset, **fields))


def test_the_shelf_shows_what_residents_may_borrow_and_nothing_else():
    house = make_house()
    make_asset(house, name_th="เต็นท์ใหญ่")
    make_asset(house, name_th="รถของหน่วยงาน", public_borrowable=False)
    client = client_of(None, office=house.office)

    page = client.get("/lending/").content.decode()

    assert "เต็นท์ใหญ่" in page
    assert "รถของหน่วยงาน" not in page


def test_the_shelf_counts_what_is_free_on_the_days_asked_for():
    house = make_house()
    make_asset(house, quantity=5, unit="ตัว")
    client = client_of(None, office=house.office)

    found = client.get("/lending/", {"starts_on": today(), "due_on": today()})
    wrong = client.get("/lending/", {"starts_on": "ไม่ใช่วัน", "due_on": today()})

    assert "5 / 5 ตัว" in found.content.decode()
    assert wrong.status_code == 422


@pytest.mark.parametrize("query", ["n1=x", "nx=1", "n99999999=5", "n1=-4", "q=%00%27"])
def test_hostile_addresses_find_nothing(query):
    house = make_house()
    client = client_of(None, office=house.office)

    assert client.get(f"/lending/request/?{query}").status_code == 200
    assert client.get(f"/lending/?{query}").status_code == 200


def test_a_request_arrives_and_gives_a_number_and_a_secret():
    house = make_house()
    asset = make_asset(house)

    client, response = send(house, asset)

    loan = Loan.objects.get()
    receipt = client.get(response.headers["Location"]).content.decode()
    assert (loan.channel, loan.state) == (Channel.PUBLIC, LoanState.REQUESTED)
    assert loan.borrower_phone == "073-123-456"
    assert str(loan) in receipt
    assert SENT.search(receipt)


def test_the_receipt_is_for_the_browser_that_sent_it():
    house = make_house()
    send(house, make_asset(house))

    other = client_of(None, office=house.office).get("/lending/requested/")

    assert other.status_code == 302


def test_the_same_form_sent_twice_is_one_request():
    house = make_house()
    asset = make_asset(house, quantity=5)
    client = client_of(None, office=house.office)
    address = f"/lending/request/?n{asset.pk}=1"
    data = request_of(asset, submission="11111111-1111-4111-8111-111111111111")

    first, second = client.post(address, data), client.post(address, data)

    assert first.status_code == second.status_code == 302
    assert Loan.objects.count() == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"benefit": "private"},
        {"basis": ""},
        {"agreed": None},
        {"website": "http://spam.example"},
        {"name": ""},
        {"phone": "081-23"},
        {"kind": "internal"},
        {"starts_on": "1/1/2560"},
        {"due_on": "1/1/2560"},
        {"due_on": "29/2/2570"},
        {"id_kind": "citizen_id", "id_number": "1234567890122"},
        {"id_kind": "none", "id_number": "1234567890121"},
        {"purpose": "ก" * 501},
        {"place": "\x00"},
        {"email": "not an address"},
    ],
    ids=lambda fields: "-".join(f"{k}={str(v)[:12]}" for k, v in fields.items()),
)
def test_what_cannot_be_is_said_beside_the_form_and_nothing_is_written(fields):
    house = make_house()

    _client, response = send(house, make_asset(house), **fields)

    assert response.status_code == 422
    assert not Loan.objects.exists()


@pytest.mark.parametrize("number", ["0", "2", "-1", "x", "9" * 40, ""])
def test_numbers_that_make_no_sense_are_refused(number):
    house = make_house()
    asset = make_asset(house)

    _client, response = send(house, asset, **{f"n{asset.pk}": number})

    assert response.status_code == 422


def test_a_resident_does_not_get_consumables():
    house = make_house()

    _client, response = send(house, make_consumable(house, quantity=99))

    assert response.status_code == 422
    assert "ข้อ 210" in response.content.decode()


def test_who_sends_too_often_is_asked_to_wait():
    house = make_house()
    asset = make_asset(house, quantity=99)
    most = rules.value("public_requests_an_hour", on=localdate(timezone.now()))

    answers = [send(house, asset)[1].status_code for _n in range(most + 1)]

    assert answers == [302] * most + [409]
    assert "127.0.0.1" not in str(list(Attempt.objects.values()))


def track(house, reference, secret):
    client = client_of(None, office=house.office)
    response = client.post(
        "/lending/track/", {"reference": reference, "secret": secret}
    )
    return client, response


@pytest.mark.parametrize("reference", ["บย. {n}/{y}", "{n}/{y}", "บย{n}/{y}"])
def test_number_and_secret_open_the_request(reference):
    house = make_house()
    loan = asked_on_website(house)
    written = reference.format(n=loan.number, y=loan.year)

    client, response = track(house, written, "abcd efgh jkmn")
    page = client.get(response.headers["Location"])

    assert page.status_code == 200
    assert str(loan) in page.content.decode()


def test_a_wrong_pair_reads_like_one_that_does_not_exist():
    house = make_house()
    loan = asked_on_website(house)
    mine = f"{loan.number}/{loan.year}"

    wrong = track(house, mine, "XXXX-XXXX-XXXX")[1].content.decode()
    missing = track(house, "99999/2569", "XXXX-XXXX-XXXX")[1].content.decode()

    same = re.compile(r'value="[^"]*"')
    assert same.sub("", wrong) == same.sub("", missing)
    assert "ไม่ตรงกัน" in wrong or "do not fit" in wrong


def test_guessing_is_stopped():
    house = make_house()
    loan = asked_on_website(house)
    most = rules.value("tracking_tries_an_hour", on=localdate(timezone.now()))

    answers = [
        track(house, f"{loan.number}/{loan.year}", f"guess {n}")[1].status_code
        for n in range(most + 1)
    ]

    assert answers == [422] * most + [409]


def test_nobody_opens_a_request_without_the_secret():
    house = make_house()
    asked_on_website(house)
    client = client_of(None, office=house.office)

    assert client.get("/lending/track/loan/").status_code == 404
    assert client.post("/lending/track/loan/cancel/").status_code == 404


def test_a_borrower_cancels_before_the_hand_over_and_not_after():
    house = make_house()
    loan, out = asked_on_website(house), asked_on_website(house)
    lent_loan(house, approved_loan(house, checked_loan(house, out), by=house.mayor))
    first, _response = track(house, f"{loan.number}/{loan.year}", "ABCDEFGHJKMN")
    second, _response = track(house, f"{out.number}/{out.year}", "ABCDEFGHJKMN")

    done = first.post("/lending/track/loan/cancel/")
    refused = second.post("/lending/track/loan/cancel/")

    loan.refresh_from_db()
    out.refresh_from_db()
    assert (done.status_code, loan.state) == (302, LoanState.CANCELLED)
    assert (refused.status_code, out.state) == (409, LoanState.HANDED_OVER)


def test_a_refusal_tells_the_borrower_why_and_how_to_appeal():
    house = make_house()
    loan = asked_on_website(house)
    refuse(checked_loan(house, loan), NO, by=house.mayor, at=NOW)
    client, response = track(house, f"{loan.number}/{loan.year}", "ABCDEFGHJKMN")

    page = client.get(response.headers["Location"]).content.decode()

    assert NO.reasons.facts in page
    assert "มาตรา 44" in page or "section 44" in page


def test_the_public_page_asks_the_database_the_same_number_of_times():
    house = make_house()
    client = client_of(None, office=house.office)
    make_asset(house, quantity=5)
    few = asked_by(client)

    for _n in range(10):
        make_asset(house, quantity=5)

    assert asked_by(client) == few
    assert few <= 10


def asked_by(client):
    with CaptureQueriesContext(connection) as asked:
        client.get("/lending/", {"starts_on": today(), "due_on": today()})
    return len(asked)
