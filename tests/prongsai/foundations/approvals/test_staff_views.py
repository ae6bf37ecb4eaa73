"""The pages of a memo, by the screens alone."""

import re

import pytest
from django.urls import reverse

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.approvals import actions, queries
from prongsai.foundations.approvals.models import Memo
from prongsai.foundations.approvals.states import MemoState
from tests.cast import NOW, client_of, make_acting, make_user
from tests.prongsai.foundations.approvals.desk import (
    before_the_mayor,
    decided,
    endorsed,
    make_desk,
    make_memo,
    submitted,
    turn,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

WORDS = {
    "title": "ขออนุมัติซื้อสี",
    "to": "",
    "dated": "๒๐ พ.ย. ๒๕๖๘",
    "urgency": "urgent",
    "secrecy": "normal",
    "background": "ก",
    "facts": "ข",
    "law": "ค",
    "considerations": "ง",
    "closing": "จ",
}


def url(name, *args):
    return reverse(f"approvals:{name}", args=args)


def seen(memo):
    return {
        "seen_step": memo.step_id,
        "seen_digest": queries.revisions_of(memo)[-1].digest,
    }


def text_of(response) -> str:
    return str(response.content.decode())


def test_from_a_blank_page_to_a_decision_by_the_screens():
    desk = make_desk()
    officer = client_of(desk.officer)

    made = officer.post(url("draft"), WORDS)
    memo = Memo.objects.get()
    officer.post(url("submit", memo.pk))
    for person in (desk.head, desk.clerk):
        memo.refresh_from_db()
        answer = {"opinion": "เห็นควร", "no_interest": "on", "deed": "endorse"}
        client_of(person).post(url("answer", memo.pk), {**answer, **seen(memo)})
    memo.refresh_from_db()
    ruling = {
        "decisions": ["approved", "agreed"],
        "no_interest": "on",
        "deed": "decide",
    }
    last = client_of(desk.mayor).post(
        url("answer", memo.pk), {"opinion": "", **ruling, **seen(memo)}
    )

    assert made.headers["Location"] == last.headers["Location"] == url("memo", memo.pk)
    memo.refresh_from_db()
    assert memo.state == MemoState.DECIDED
    assert (memo.urgency, str(memo.dated)) == ("urgent", "2025-11-20")
    assert queries.is_approved(memo)


def test_the_list_shows_what_one_may_see_and_what_waits():
    desk = make_desk()
    submitted(desk)

    page = text_of(client_of(desk.head).get(url("memos")))

    assert page.count("ขออนุมัติซ่อมเต็นท์") == 2
    assert "ทส 71301/1" in page


@pytest.mark.parametrize(("show", "found"), [("mine", 1), ("sent", 0), ("", 2)])
def test_the_list_by_whose_turn_it_is(show, found):
    desk = make_desk()
    submitted(desk)
    decided(desk)

    page = client_of(desk.head).get(url("memos"), {"show": show})

    assert page.context["listing"].page.paginator.count == found


def test_the_list_is_a_spreadsheet_too():
    desk = make_desk()
    submitted(desk)

    sheet = text_of(client_of(desk.head).get(url("memos"), {"export": "csv"}))

    assert "ทส 71301/1" in sheet


def test_a_draft_with_a_gap_is_shown_again():
    desk = make_desk()

    page = client_of(desk.officer).post(url("draft"), {**WORDS, "title": ""})

    assert page.status_code == 200
    assert not Memo.objects.exists()


@pytest.mark.parametrize("make", [make_memo, submitted, before_the_mayor, decided])
@pytest.mark.parametrize("who", ["officer", "head", "mayor"])
def test_the_page_of_a_memo_in_every_state(make, who):
    desk = make_desk()
    memo = make(desk)
    hidden = make is make_memo and who == "mayor"  # a draft is nobody else's yet

    page = client_of(getattr(desk, who)).get(url("memo", memo.pk))

    assert page.status_code == (404 if hidden else 200)
    assert text_of(page).count("<h1") == 1


def test_edit_shows_what_was_changed_word_by_word():
    desk = make_desk()
    memo = actions.return_(submitted(desk), reason="ตรวจจำนวน", by=desk.head, at=NOW)
    changed = {**WORDS, "title": memo.title, "facts": "มีเต็นท์ 5 หลัง ใช้ได้ 2 หลัง"}

    answer = client_of(desk.officer).post(
        url("edit", memo.pk), {**changed, "version": memo.version}
    )
    actions.submit(memo, by=desk.officer, at=NOW)
    page = text_of(client_of(desk.head).get(url("answer", memo.pk)))

    assert answer.status_code == 302
    assert re.search(r"<del>3</del>.*?<ins>5</ins>", page)


def test_edit_from_a_stale_page_is_told():
    desk = make_desk()
    memo = make_memo(desk)

    page = client_of(desk.officer).post(
        url("edit", memo.pk), {**WORDS, "version": memo.version + 1}
    )

    assert page.status_code == 409
    assert "ขออนุมัติซื้อสี" in text_of(page)


@pytest.mark.parametrize(
    ("name", "data", "state"),
    [
        ("recall", {}, "recalled"),
        ("withdraw", {"reason": "ไม่ใช้แล้ว"}, "withdrawn"),
    ],
)
def test_the_proposers_own_deeds(name, data, state):
    desk = make_desk()
    memo = submitted(desk) if name == "recall" else make_memo(desk)

    client_of(desk.officer).post(url(name, memo.pk), data)

    memo.refresh_from_db()
    assert memo.state == state


@pytest.mark.parametrize(
    ("deed", "extra", "wrong"),
    [
        ("return", {"opinion": ""}, "opinion"),
        ("endorse", {"opinion": "เห็นควร"}, "no_interest"),
    ],
)
def test_an_answer_with_a_gap_is_shown_again(deed, extra, wrong):
    desk = make_desk()
    memo = submitted(desk)

    page = client_of(desk.head).post(
        url("answer", memo.pk), {"deed": deed, **extra, **seen(memo)}
    )

    assert page.status_code == 200
    assert wrong in page.context["form"].errors
    memo.refresh_from_db()
    assert memo.state == MemoState.SUBMITTED


def test_a_refusal_by_the_screen_asks_for_every_reason():
    desk = make_desk()
    memo = before_the_mayor(desk)
    mayor = client_of(desk.mayor)
    data = {"opinion": "", "no_interest": "on", "deed": "refuse", **seen(memo)}

    gap = mayor.post(url("answer", memo.pk), data)
    reasons = {
        "reason_facts": "ก", "reason_law": "ข", "reason_considerations": "ค",
        "hearing": "heard",
    }  # fmt: skip
    mayor.post(url("answer", memo.pk), {**data, **reasons})

    assert set(gap.context["form"].errors) == set(reasons)
    assert 'class="refusal" open' in text_of(gap)
    memo.refresh_from_db()
    assert memo.state == MemoState.REFUSED


def test_a_decision_without_a_tick_is_shown_again():
    desk = make_desk()
    memo = before_the_mayor(desk)
    data = {"decisions": ["assigned"], "no_interest": "on", "deed": "decide"}

    page = client_of(desk.mayor).post(url("answer", memo.pk), {**data, **seen(memo)})

    assert "division" in page.context["form"].errors


def test_an_answer_to_other_words_is_refused_and_nothing_is_lost():
    desk = make_desk()
    memo = submitted(desk)
    data = {**seen(memo), "seen_digest": "0" * 64, "no_interest": "on"}

    page = client_of(desk.head).post(
        url("answer", memo.pk), {**data, "opinion": "ความเห็นยาว", "deed": "endorse"}
    )

    assert page.status_code == 409
    assert "ความเห็นยาว" in text_of(page)


def test_a_page_sent_twice_is_done_once():
    desk = make_desk()
    memo = submitted(desk)
    data = {"opinion": "ก", "no_interest": "on", "deed": "endorse", **seen(memo)}
    data["submission"] = "6f0bd0f2-7a51-4a5e-9a58-0f2a7f0f6c11"
    head = client_of(desk.head)

    first, second = (head.post(url("answer", memo.pk), data) for _ in range(2))

    assert first.headers["Location"] == second.headers["Location"]
    memo.refresh_from_db()
    assert turn(memo).role == Role.CLERK


def test_an_answer_where_nobodys_turn_it_is_leads_to_the_memo():
    desk = make_desk()
    memo = decided(desk)

    page = client_of(desk.mayor).get(url("answer", memo.pk))

    assert page.headers["Location"] == url("memo", memo.pk)


def test_declare_an_interest_by_the_screen():
    desk = make_desk()
    memo = submitted(desk)
    head = client_of(desk.head)

    gap = head.post(url("interest", memo.pk), {"ground": "other", "note": ""})
    head.post(url("interest", memo.pk), {"ground": "relative", "note": ""})

    assert "note" in gap.context["form"].errors
    memo.refresh_from_db()
    assert turn(memo).role == Role.CLERK


def test_delegate_by_the_screen():
    desk = make_desk()
    memo = submitted(desk)
    make_acting(desk.colleague, role=Role.HEAD, division=desk.division, **ALWAYS)
    head = client_of(desk.head)

    page = text_of(head.get(url("delegate", memo.pk)))
    head.post(url("delegate", memo.pk), {"to": desk.colleague.pk})

    assert str(desk.colleague) in page
    assert str(desk.officer) not in page.split("<select")[1]
    memo.refresh_from_db()
    assert turn(memo).assigned_to == desk.colleague


ALWAYS = {"starts_on": "2020-01-01", "ends_on": "2099-12-31"}


def test_skip_a_vacant_step_by_the_screen():
    desk = make_desk()
    desk.head.posts.all().delete()
    memo = submitted(desk)
    clerk = client_of(desk.clerk)

    page = text_of(clerk.get(url("memo", memo.pk)))
    clerk.post(url("skip", memo.pk), {"reason": "ตำแหน่งว่าง"})

    assert url("skip", memo.pk) in page
    memo.refresh_from_db()
    assert turn(memo).role == Role.CLERK


def test_pass_up_by_the_screen_while_somebody_may_act_is_refused():
    desk = make_desk()
    memo = submitted(desk)

    assert client_of(desk.clerk).post(url("pass_up", memo.pk)).status_code == 409


def test_void_by_the_screen_while_nothing_changed_is_refused():
    desk = make_desk()
    memo = submitted(desk)

    assert client_of(desk.clerk).post(url("void", memo.pk)).status_code == 409


def test_versions_and_check_of_a_printed_page():
    desk = make_desk()
    memo = decided(desk)
    digest = queries.revisions_of(memo)[-1].digest
    officer = client_of(desk.officer)

    versions = text_of(officer.get(url("changes", memo.pk)))
    true = officer.get(url("check", memo.pk, digest[:32]))
    false = officer.get(url("check", memo.pk, "f" * 32))

    assert digest in versions
    assert (true.context["holds"], false.context["revision"]) == (True, None)


def test_a_forbidden_deed_is_forbidden_and_a_secret_memo_is_not_there():
    desk = make_desk()
    memo, secret = submitted(desk), submitted(desk, secrecy="secret")
    colleague = client_of(desk.colleague)

    assert colleague.post(url("submit", memo.pk)).status_code == 403
    assert colleague.get(url("memo", secret.pk)).status_code == 404


def test_the_wall_is_not_only_between_offices():
    desk = make_desk()
    memo = decided(desk)
    auditor = client_of(make_user(role=Role.AUDITOR))

    assert auditor.get(url("memo", memo.pk)).status_code == 404


def test_two_heads_answer_at_once_and_the_slower_is_told():
    desk = make_desk()
    second = make_user(role=Role.HEAD, division=desk.division)
    memo = submitted(desk)
    page = seen(memo)
    endorsed(memo, desk.head)

    late = client_of(second).post(
        url("answer", memo.pk),
        {"opinion": "ช้าไป", "no_interest": "on", "deed": "endorse", **page},
    )

    assert late.status_code == 409
    assert "ช้าไป" in text_of(late)


@pytest.mark.parametrize("memos", [1, 6])
def test_the_list_costs_the_same_however_long(memos, django_assert_max_num_queries):
    desk = make_desk()
    for _ in range(memos):
        submitted(desk)
    head = client_of(desk.head)
    head.get(url("memos"))

    with django_assert_max_num_queries(48):
        head.get(url("memos"))


def test_the_page_of_a_memo_costs_few_queries(django_assert_max_num_queries):
    desk = make_desk()
    memo = before_the_mayor(desk)
    mayor = client_of(desk.mayor)
    mayor.get(url("memo", memo.pk))

    with django_assert_max_num_queries(75):
        mayor.get(url("memo", memo.pk))
