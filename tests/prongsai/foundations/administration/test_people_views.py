"""The pages on which an administrator keeps people, as a browser meets them."""

import re
import uuid

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail

from prongsai.foundations.accounts.models import ActingAppointment, Post, Role, User
from tests.cast import (
    client_of,
    give_post,
    make_acting,
    make_division,
    make_office,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PERSON = {
    "username": "Dao",
    "email": "dao@example.org",
    "prefix": "นาง",
    "first_name": "ดาว",
    "last_name": "สมมติ",
    "phone": "๐๘๑ ๒๓๔ ๕๖๗๘",
}
POST = {"role": "head", "title_th": "ผู้อำนวยการกองคลัง", "starts_on": "1 ต.ค. 2568"}
ORDER = POST | {
    "kind": "acting",
    "order_number": "๑๒/๒๕๖๙",
    "order_date": "1 ต.ค. 2568",
    "ends_on": "30 ก.ย. 2569",
}


@pytest.fixture
def alice():
    return make_user(role=Role.ADMINISTRATOR)


@pytest.fixture
def browser(alice):
    return client_of(alice)


def url(person: User, deed: str = "") -> str:
    return f"/staff/people/{person.pk}/{deed}"


def test_an_administrator_invites_someone_who_gets_a_mail(browser):
    answer = browser.post("/staff/people/invite/", PERSON)

    dao = User.objects.get(username="dao")
    assert answer["Location"] == url(dao)
    assert re.search(r"http://\S+/account/invitation/\S+/", str(mail.outbox[0].body))
    assert mail.outbox[0].to == ["dao@example.org"]


def test_without_an_address_or_a_mail_server_the_link_can_be_shown(browser, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    browser.post("/staff/people/invite/", PERSON)
    browser.post("/staff/people/invite/", PERSON | {"username": "bo", "email": ""})

    for name in ("dao", "bo"):
        person = User.objects.get(username=name)
        page = browser.post(url(person, "link/")).content.decode()
        assert "/account/invitation/" in page


def test_the_same_form_sent_twice_invites_once(browser):
    sent = PERSON | {"submission": str(uuid.uuid4())}

    first, second = (browser.post("/staff/people/invite/", sent) for _ in range(2))

    assert first["Location"] == second["Location"]
    assert len(mail.outbox) == 1
    assert User.objects.filter(username="dao").count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"username": ""},
        {"username": "ดาว"},
        {"username": "a b"},
        {"username": "x" * 151},
        {"email": "dao"},
        {"email": "ALICE@example.org"},
        {"username": "ALICE"},
        {"first_name": ""},
        {"last_name": "\x00"},
        {"phone": "12"},
    ],
)
def test_bad_particulars_are_refused_beside_the_field(wrong):
    alice = make_user(
        role=Role.ADMINISTRATOR, username="alice", email="alice@example.org"
    )

    answer = client_of(alice).post("/staff/people/invite/", PERSON | wrong)

    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert User.objects.count() == 1


def test_a_name_taken_at_another_office_is_free_here(browser):
    make_user(username="dao", email="dao@example.org", office=make_office())

    assert browser.post("/staff/people/invite/", PERSON).status_code == 302


def test_a_person_is_edited_and_a_stale_page_is_told(browser):
    bob = make_user()
    sent = PERSON | {"version": "1"}

    first, second = (browser.post(url(bob, "edit/"), sent) for _ in range(2))

    bob.refresh_from_db()
    assert (bob.first_name, bob.phone) == ("ดาว", "081-234-5678")
    assert (first.status_code, second.status_code) == (302, 409)
    assert "ดาว" in second.content.decode()


def test_the_list_finds_people_by_name_and_shows_their_posts(browser):
    make_user(first_name="มานะ", role=Role.CLERK)
    make_user(first_name="ชูใจ")

    page = browser.get("/staff/people/?q=มานะ").content.decode()

    assert "มานะ" in page
    assert "ตำแหน่งclerk" in page
    assert "ชูใจ" not in page


def test_the_list_can_be_taken_along(browser):
    answer = browser.get("/staff/people/?export=csv")

    assert answer.status_code == 200
    assert "csv" in answer.headers["Content-Type"]


def test_the_list_takes_the_same_few_queries_for_any_number(
    browser, django_assert_max_num_queries
):
    for _ in range(12):
        make_user(role=Role.OFFICER)

    with django_assert_max_num_queries(18):
        browser.get("/staff/people/")


def test_a_post_is_given_and_ended(browser):
    bob, finance = make_user(role=None), make_division()

    given = browser.post(url(bob, "post/"), POST | {"division": str(finance.pk)})
    post = Post.objects.get(user=bob)
    ended = browser.post(
        f"/staff/people/posts/{post.pk}/end/", {"ends_on": "31 ธ.ค. 2568"}
    )

    post.refresh_from_db()
    assert (given["Location"], ended["Location"]) == (url(bob), url(bob))
    assert (post.division, str(post.ends_on)) == (finance, "2025-12-31")


@pytest.mark.parametrize(
    "wrong",
    [
        {"division": ""},
        {"role": "king"},
        {"title_th": ""},
        {"starts_on": "31 ก.พ. 2568"},
        {"ends_on": "1 ก.ย. 2568"},
        {"division": "999999"},
    ],
)
def test_a_post_that_makes_no_sense_is_refused(browser, wrong):
    bob, finance = make_user(role=None), make_division()

    answer = browser.post(
        url(bob, "post/"), POST | {"division": str(finance.pk)} | wrong
    )

    assert answer.context["form"].errors
    assert not Post.objects.filter(user=bob).exists()


def test_an_order_is_put_down_with_its_caption_and_ended(browser):
    bob, finance = make_user(role=None), make_division()

    page = browser.get(url(bob, "order/")).content.decode()
    browser.post(url(bob, "order/"), ORDER | {"division": str(finance.pk)})
    order = ActingAppointment.objects.get(user=bob)
    browser.post(f"/staff/people/orders/{order.pk}/end/", {"ends_on": "1 พ.ย. 2568"})

    order.refresh_from_db()
    for words in ("รักษาราชการแทน", "ปฏิบัติราชการแทน", "รักษาการในตำแหน่ง"):
        assert words in page
    assert order.ends_on.isoformat() == "2025-11-01"


def test_an_order_without_number_or_end_is_refused(browser):
    bob = make_user(role=None)

    answer = browser.post(
        url(bob, "order/"), ORDER | {"order_number": "", "ends_on": ""}
    )

    assert {"order_number", "ends_on"} <= set(answer.context["form"].errors)


def test_new_posts_propose_the_titles_of_the_kind_of_office(browser):
    page = browser.get(url(make_user(), "post/")).content.decode()

    assert "นายกองค์การบริหารส่วนตำบล" in page


def test_an_account_is_closed_opened_and_freed_of_lost_factors(browser):
    make_user(role=Role.ADMINISTRATOR)
    bob = make_user()
    Authenticator.objects.create(user=bob, type="totp", data={"secret": "x"})

    browser.post(url(bob, "factors/"))
    browser.post(url(bob, "close/"))
    closed = User.objects.get(pk=bob.pk).is_active
    browser.post(url(bob, "reopen/"))

    assert not Authenticator.objects.exists()
    assert not closed
    assert User.objects.get(pk=bob.pk).is_active


def test_the_last_administrator_is_told_why_it_cannot_be(browser, alice):
    post = alice.posts.get()

    answer = browser.post(
        f"/staff/people/posts/{post.pk}/end/", {"ends_on": "20 พ.ย. 2568"}
    )

    assert answer.status_code == 409
    assert "ผู้ดูแลระบบคนสุดท้าย" in answer.content.decode()


PAGES = [
    "", "invite/", "{pk}/", "{pk}/edit/", "{pk}/post/", "{pk}/order/",
    "posts/{post}/end/", "orders/{order}/end/",
]  # fmt: skip
DEEDS = ["{pk}/invite/", "{pk}/link/", "{pk}/close/", "{pk}/reopen/", "{pk}/factors/"]


@pytest.mark.parametrize("role", [r for r in Role if r != Role.ADMINISTRATOR])
def test_nobody_else_opens_any_of_these_pages(role):
    bob, client = make_user(), client_of(make_user(role=role))
    keys = {
        "pk": bob.pk,
        "post": give_post(bob, role=Role.OFFICER).pk,
        "order": make_acting(bob, role=Role.CLERK).pk,
    }

    for page in PAGES:
        address = f"/staff/people/{page.format(**keys)}"
        assert client.get(address).status_code == 403
    for deed in DEEDS:
        address = f"/staff/people/{deed.format(**keys)}"
        assert client.post(address).status_code == 403


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_in_both_languages(browser, page):
    bob = make_user()
    keys = {
        "pk": bob.pk,
        "post": give_post(bob, role=Role.OFFICER).pk,
        "order": make_acting(bob, role=Role.CLERK).pk,
    }

    for language in ("th", "en"):
        browser.cookies["django_language"] = language
        assert browser.get(f"/staff/people/{page.format(**keys)}").status_code == 200


@pytest.mark.parametrize("deed", DEEDS)
def test_deeds_are_never_done_by_looking(browser, deed):
    assert (
        browser.get(f"/staff/people/{deed.format(pk=make_user().pk)}").status_code
        == 405
    )
