"""An outside identity opens the door to people of this office only."""

import pytest
from allauth.core.context import request_context
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import complete_social_login
from allauth.socialaccount.models import SocialAccount

from prongsai.config import identity
from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations import tenancy
from tests.cast import client_of, make_office, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def thaid(settings, monkeypatch):
    monkeypatch.setenv("PRONGSAI_OIDC_ISSUER", "https://idp.example.org")
    monkeypatch.setenv("PRONGSAI_OIDC_CLIENT_ID", "prongsai")
    monkeypatch.setenv("PRONGSAI_OIDC_SECRET", "secret")
    settings.SOCIALACCOUNT_PROVIDERS = identity.providers()


def arrive(office, *, verified=True, sub="1234", email="alice@example.org"):
    """Come back from the provider with these claims; return the answer."""
    client = client_of(None, office=office)
    request = client.get("/account/login/").wsgi_request
    request.session.save()
    claims = {
        "sub": sub,
        "email": email,
        "email_verified": verified,
        "given_name": "ทดลอง",
        "family_name": "สมมติ",
    }
    with tenancy.acting_for(office.pk), request_context(request):
        provider = get_adapter().get_provider(request, identity.PROVIDER)
        login = provider.sociallogin_from_response(request, {"userinfo": claims})
        login.state = {"process": "login"}
        return complete_social_login(request, login), request


def test_the_sign_in_page_offers_the_provider():
    office = make_office()

    page = client_of(None, office=office).get("/account/login/").content.decode()

    assert "ThaID" in page
    assert "/account/identities/thaid/" in page


def test_a_verified_e_mail_leads_to_the_person_who_has_it():
    office = make_office()
    alice = make_user(email="alice@example.org")

    answer, request = arrive(office)

    assert answer["Location"] == "/staff/"
    assert request.user == alice
    kept = SocialAccount.objects.get()
    assert (kept.uid, kept.extra_data) == (f"{office.pk}:1234", {})


def test_the_identity_is_known_the_next_time_whatever_its_e_mail_says():
    office = make_office()
    alice = make_user(email="alice@example.org")
    arrive(office)

    _answer, request = arrive(office, email="new@example.org")

    assert request.user == alice


@pytest.mark.parametrize(
    "claims", [{"verified": False}, {"email": "nobody@example.org"}, {"email": ""}]
)
def test_nobody_is_made_and_nobody_unverified_comes_in(claims):
    office = make_office()
    make_user(email="alice@example.org")

    answer, request = arrive(office, **claims)

    assert answer["Location"] == "/account/identities/refused/"
    assert not request.user.is_authenticated
    assert User.objects.count() == 1
    assert not SocialAccount.objects.exists()


def test_a_closed_account_is_opened_by_no_identity():
    office = make_office()
    make_user(email="alice@example.org", is_active=False)

    answer, request = arrive(office)

    assert answer["Location"] == "/account/identities/refused/"
    assert not request.user.is_authenticated


def test_the_same_citizen_works_for_two_offices_as_two_people():
    ours, theirs = make_office(), make_office()
    alice = make_user(email="alice@example.org", office=ours)
    other = make_user(email="alice@example.org", office=theirs)

    _answer, here = arrive(ours)
    _answer, there = arrive(theirs)
    _answer, again = arrive(ours)

    assert (here.user, there.user, again.user) == (alice, other, alice)


def test_a_person_of_another_office_stays_out():
    ours, theirs = make_office(), make_office()
    make_user(email="alice@example.org", office=theirs)

    answer, request = arrive(ours)

    assert answer["Location"] == "/account/identities/refused/"
    assert not request.user.is_authenticated


def test_an_unknown_provider_is_not_found(settings):
    client = client_of(None, office=make_office())

    assert client.get("/account/identities/other/").status_code == 404
    settings.SOCIALACCOUNT_PROVIDERS = {}
    assert client.get("/account/identities/thaid/").status_code == 404
