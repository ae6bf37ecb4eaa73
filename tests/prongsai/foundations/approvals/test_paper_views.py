"""The pages of decisions on paper."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from prongsai.foundations.approvals import queries
from prongsai.foundations.approvals.models import Memo, PaperRecord
from prongsai.foundations.approvals.states import MemoState
from prongsai.foundations.files import queries as files
from tests.cast import client_of, make_division, make_user
from tests.prongsai.foundations.approvals.desk import (
    before_the_mayor,
    make_desk,
    submitted,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def picture() -> SimpleUploadedFile:
    file = BytesIO()
    Image.new("RGB", (40, 40), "white").save(file, "PNG")
    return SimpleUploadedFile("scan.png", file.getvalue(), content_type="image/png")


def filled(signer, **fields):
    today = timezone.localdate()
    day = f"{today.day}/{today.month}/{today.year + 543}"
    data = {"signer": signer.pk, "signed_on": day, "no_interest": "on", "opinion": "ดี"}
    return {**data, "scan": picture(), **fields}


def record(desk, memo):
    url = reverse("approvals:record_paper", args=[memo.pk])
    data = filled(desk.mayor, decisions=["approved"])
    answer = client_of(desk.officer).post(url, data)
    assert answer.status_code == 302
    return PaperRecord.objects.get(memo=memo, rejected_at=None)


def test_recorded_by_one_confirmed_by_another():
    desk = make_desk()
    memo = before_the_mayor(desk)
    paper = record(desk, memo)
    second = client_of(desk.colleague)

    page = second.get(reverse("approvals:paper", args=[paper.pk])).content.decode()
    [scan] = files.of(paper)
    opened = second.get(scan.get_absolute_url())
    bytes_read = opened.getvalue()
    second.post(reverse("approvals:confirm_paper", args=[paper.pk]))

    assert paper.scan_sha256 in page
    assert bytes_read.startswith(b"\x89PNG")
    assert Memo.objects.get(pk=memo.pk).state == MemoState.DECIDED
    assert queries.is_approved(Memo.objects.get(pk=memo.pk))


def test_the_scan_is_not_for_strangers():
    desk = make_desk()
    paper = record(desk, before_the_mayor(desk))
    [scan] = files.of(paper)

    stranger = client_of(make_user(division=make_division()))

    assert stranger.get(scan.get_absolute_url()).status_code == 404
    assert stranger.get(reverse("approvals:paper", args=[paper.pk])).status_code == 404


def test_the_one_who_recorded_is_not_asked_to_confirm():
    desk = make_desk()
    paper = record(desk, before_the_mayor(desk))
    officer = client_of(desk.officer)

    page = officer.get(reverse("approvals:paper", args=[paper.pk]))
    answer = officer.post(reverse("approvals:confirm_paper", args=[paper.pk]))

    assert not page.context["may_confirm"]
    assert answer.status_code == 403


def test_a_record_that_differs_is_not_confirmed():
    desk = make_desk()
    paper = record(desk, before_the_mayor(desk))
    url = reverse("approvals:reject_paper", args=[paper.pk])
    second = client_of(desk.colleague)

    empty = second.post(url, {"reason": ""})
    second.post(url, {"reason": "วันที่ไม่ตรง"})

    assert empty.status_code == 409
    paper.refresh_from_db()
    assert paper.rejected_reason == "วันที่ไม่ตรง"


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, "decisions"),
        ({"decisions": ["approved"], "no_interest": ""}, "no_interest"),
        ({"decisions": ["approved"], "scan": ""}, "scan"),
        ({"decisions": ["approved"], "signed_on": "32/13/2568"}, "signed_on"),
        ({"decisions": ["approved"], "refused": "on"}, "decisions"),
        ({"refused": "on"}, "reason_law"),
        ({"decisions": ["assigned"]}, "division"),
    ],
)
def test_a_record_with_a_gap_is_shown_again(fields, wrong):
    desk = make_desk()
    memo = before_the_mayor(desk)
    url = reverse("approvals:record_paper", args=[memo.pk])

    page = client_of(desk.officer).post(url, filled(desk.mayor, **fields))

    assert page.status_code == 200
    assert wrong in page.context["form"].errors
    assert not PaperRecord.objects.exists()


def test_a_refusal_on_paper_by_the_screen():
    desk = make_desk()
    memo = before_the_mayor(desk)
    url = reverse("approvals:record_paper", args=[memo.pk])
    reasons = {
        "refused": "on", "reason_facts": "ก", "reason_law": "ข",
        "reason_considerations": "ค", "hearing": "internal",
    }  # fmt: skip

    client_of(desk.officer).post(url, filled(desk.mayor, **reasons))

    assert PaperRecord.objects.get().decisions == ["refused"]


def test_an_opinion_on_paper_asks_for_no_decision():
    desk = make_desk()
    memo = submitted(desk)
    url = reverse("approvals:record_paper", args=[memo.pk])

    page = client_of(desk.officer).get(url).content.decode()
    client_of(desk.officer).post(url, filled(desk.head))

    assert 'name="decisions"' not in page
    assert PaperRecord.objects.get().decisions == []


def test_paper_waits_for_the_second_person_at_home():
    desk = make_desk()
    paper = record(desk, before_the_mayor(desk))
    today = timezone.localdate()

    assert queries.waiting_for(desk.colleague, today).to_confirm == [paper]
    assert queries.waiting_for(desk.officer, today).to_confirm == []
