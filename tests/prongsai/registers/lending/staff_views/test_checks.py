"""An annual check through its pages, from the order to the letter."""

import pytest
from django.urls import reverse

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.approvals.models import Memo
from prongsai.registers.lending.actions import checks, counting
from prongsai.registers.lending.models.checks import StockCheck
from prongsai.registers.lending.states.checks import CheckState
from tests.cast import NOW, client_of, make_division, make_office, make_user
from tests.shelf import keeper_of_the_register, make_asset, make_check, start_check

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NEW = reverse("lending:stock_check_new")


def page_of(name, stock_check):
    return reverse(f"lending:stock_check_{name}", args=[stock_check.pk])


def order(*members, **changes):
    return {
        "fiscal_year": "๒๕๖๘",
        "number": "๑๙๙/๒๕๖๘",
        "dated": "15 ก.ย. 2568",
        "members": [member.pk for member in members],
    } | changes


def test_the_order_is_entered():
    make_office()
    bob, eve = make_user(), make_user()
    client = client_of(keeper_of_the_register())

    answer = client.post(NEW, order(bob, eve, chair=bob.pk))

    opened = StockCheck.objects.get()
    assert answer.headers["Location"] == opened.get_absolute_url()
    assert [(m.user, m.is_chair) for m in opened.members.all()] == [
        (bob, True),
        (eve, False),
    ]
    assert client.get(reverse("lending:stock_checks")).status_code == 200


@pytest.mark.parametrize(
    "wrong", [{"fiscal_year": ""}, {"dated": "x"}, {"members": []}, {"number": ""}]
)
def test_a_bad_order_comes_back(wrong):
    make_office()
    client = client_of(keeper_of_the_register())

    assert client.post(NEW, order(make_user()) | wrong).status_code == 422
    assert not StockCheck.objects.exists()


def test_the_chair_must_be_appointed():
    make_office()
    client = client_of(keeper_of_the_register())
    sent = order(make_user(), chair=make_user().pk)

    assert client.post(NEW, sent).status_code == 422


def test_a_supply_officer_on_the_committee_is_refused_with_the_rule():
    make_office()
    alice = keeper_of_the_register()

    answer = client_of(alice).post(NEW, order(alice))

    assert answer.status_code == 409
    assert "ข้อ 213" in answer.text


def test_a_member_starts_counts_reports_and_drafts_the_memo():
    make_office()
    make_asset()
    member = make_user(division=make_division())
    opened, client = make_check(members=(member,)), client_of(member)

    client.post(page_of("start", opened))
    client.post(page_of("rest_missing", opened))
    client.post(page_of("report", opened))
    answer = client.post(page_of("memo", opened))

    memo = Memo.objects.get()
    opened.refresh_from_db()
    assert opened.state == CheckState.REPORTED
    assert answer.headers["Location"] == memo.get_absolute_url()
    assert memo.title in client.get(opened.get_absolute_url()).text


@pytest.mark.parametrize("name", ["start", "report", "rest_missing", "memo"])
def test_who_is_not_appointed_is_refused(name):
    make_office()
    opened = make_check()

    answer = client_of(keeper_of_the_register()).post(page_of(name, opened))

    assert answer.status_code == 403


def test_a_deed_too_early_is_refused_in_words():
    make_office()
    make_asset()
    opened, member = start_check()

    answer = client_of(member).post(page_of("report", opened))

    assert answer.status_code == 409
    assert "1 รายการ" in answer.text


def test_the_committee_opens_the_count_again():
    make_office()
    opened, member = start_check()
    checks.report(opened, by=member, at=NOW)

    client_of(member).post(page_of("send_back", opened), {"remark": "นับตกหล่น"})

    opened.refresh_from_db()
    assert (opened.state, opened.remark) == (CheckState.COUNTING, "นับตกหล่น")


def test_a_revoked_order_is_cancelled():
    make_office()
    opened = make_check()
    client = client_of(keeper_of_the_register())

    client.post(page_of("cancel", opened), {"remark": "ยกเลิก"})

    opened.refresh_from_db()
    assert opened.state == CheckState.CANCELLED
    assert client.get(opened.get_absolute_url()).status_code == 200


def test_the_copy_closes_the_check():
    make_office()
    opened, member = start_check()
    checks.report(opened, by=member, at=NOW)
    checks.approve(opened, number="7", by=make_user(role=Role.MAYOR), at=NOW)
    client = client_of(keeper_of_the_register())

    client.post(page_of("tell", opened), {"letter": "ทส 8", "on": "20 พ.ย. 2568"})

    opened.refresh_from_db()
    assert opened.state == CheckState.CLOSED
    assert "ทส 8" in client.get(opened.get_absolute_url()).text


def test_the_page_of_a_check_shows_figures_and_differences():
    make_office()
    make_asset(code="A1")
    opened, member = start_check()
    counting.mark_rest_missing(opened, by=member, at=NOW)

    page = client_of(member).get(opened.get_absolute_url())

    assert page.status_code == 200
    assert "A1" in page.text
    assert page.context["summary"].lacking.things == 1


def test_a_check_is_hidden_from_who_has_nothing_to_do_with_it():
    make_office()
    opened = make_check()

    answer = client_of(make_user()).get(opened.get_absolute_url())

    assert answer.status_code == 404
