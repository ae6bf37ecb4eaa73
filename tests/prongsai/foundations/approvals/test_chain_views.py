"""The pages of chains, for administrators."""

import pytest
from django.urls import reverse

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.approvals.models import ChainTemplate
from tests.cast import client_of, make_user
from tests.prongsai.foundations.approvals.desk import make_desk, submitted

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LIST = reverse("approvals:templates")
NEW = reverse("approvals:template_new")


def filled(*roles, **fields):
    data = {
        "name_th": "สายใหม่", "name_en": "New", "is_active": "on",
        "form-TOTAL_FORMS": "6", "form-INITIAL_FORMS": "0",
    }  # fmt: skip
    data |= {f"form-{n}-role": role for n, role in enumerate(roles)}
    return data | fields


def test_an_administrator_makes_a_chain():
    make_desk()
    administrator = client_of(make_user(role=Role.ADMINISTRATOR))

    answer = administrator.post(NEW, filled("head", "", "mayor"))

    assert answer.headers["Location"] == LIST
    [chain] = ChainTemplate.objects.all()
    assert [(s.order, s.role) for s in chain.steps.all()] == [(1, "head"), (2, "mayor")]
    assert "สายใหม่" in administrator.get(LIST).content.decode()


@pytest.mark.parametrize("roles", [[], ["head", "head"]])
def test_a_chain_that_makes_no_sense_is_shown_again(roles):
    make_desk()

    page = client_of(make_user(role=Role.ADMINISTRATOR)).post(NEW, filled(*roles))

    assert page.status_code == 200
    assert page.context["lines"].non_form_errors()


def test_a_name_that_is_taken_is_told():
    desk = make_desk()
    chain = submitted(desk).chain

    page = client_of(make_user(role=Role.ADMINISTRATOR)).post(
        NEW, filled("head", name_th=chain.name_th)
    )

    assert page.status_code == 200
    assert "name_th" in page.context["form"].errors


def test_the_default_is_given_up_by_making_another_one_the_default():
    desk = make_desk()
    chain = submitted(desk).chain

    page = client_of(make_user(role=Role.ADMINISTRATOR)).post(
        chain.get_absolute_url(), filled("head", version=chain.version)
    )

    assert "is_default" in page.context["form"].errors


def test_an_administrator_changes_a_chain():
    desk = make_desk()
    chain = submitted(desk).chain
    administrator = client_of(make_user(role=Role.ADMINISTRATOR))

    page = administrator.get(chain.get_absolute_url()).content.decode()
    changed = filled("clerk", "mayor", is_default="on", version=chain.version)
    administrator.post(chain.get_absolute_url(), changed)

    assert page.count("selected>") >= 3
    assert [s.role for s in chain.steps.all()] == ["clerk", "mayor"]


def test_the_list_says_which_posts_memos_wait_for_and_nothing_more():
    desk = make_desk()
    desk.head.posts.all().delete()
    memo = submitted(desk)

    page = client_of(make_user(role=Role.ADMINISTRATOR)).get(LIST).content.decode()

    assert str(desk.division) in page
    assert memo.title not in page


@pytest.mark.parametrize("url", [LIST, NEW])
def test_chains_are_the_administrators(url):
    desk = make_desk()

    assert client_of(desk.clerk).get(url).status_code == 403


def test_a_chain_that_is_not_there_is_not_found():
    make_desk()
    administrator = client_of(make_user(role=Role.ADMINISTRATOR))

    assert administrator.get(reverse("approvals:template", args=[9])).status_code == 404
