"""An outside provider is configured whole or not at all."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from prongsai.config import environment, identity

ISSUER = "https://idp.example.org"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    for name in ("ISSUER", "CLIENT_ID", "SECRET", "NAME", "UID_FIELD"):
        monkeypatch.delenv(f"PRONGSAI_OIDC_{name}", raising=False)


def test_nothing_given_means_no_provider():
    assert identity.providers() == {}


def test_all_three_given_make_one_provider(monkeypatch):
    for name, value in (("ISSUER", ISSUER), ("CLIENT_ID", "c"), ("SECRET", "s")):
        monkeypatch.setenv(f"PRONGSAI_OIDC_{name}", value)

    found = identity.providers()["openid_connect"]

    assert found["APPS"] == [
        {
            "provider_id": "thaid",
            "name": "ThaID",
            "client_id": "c",
            "secret": "s",
            "settings": {"server_url": ISSUER, "uid_field": "sub"},
        }
    ]
    assert found["OAUTH_PKCE_ENABLED"] is True


@pytest.mark.parametrize("missing", ["ISSUER", "CLIENT_ID", "SECRET"])
def test_two_of_three_are_refused(monkeypatch, missing):
    for name in {"ISSUER", "CLIENT_ID", "SECRET"} - {missing}:
        monkeypatch.setenv(f"PRONGSAI_OIDC_{name}", ISSUER)

    with pytest.raises(ImproperlyConfigured, match="together"):
        identity.providers()


@pytest.mark.parametrize("issuer", ["http://idp.example.org", "idp", "https://"])
def test_a_provider_without_https_is_refused(monkeypatch, issuer):
    for name in ("CLIENT_ID", "SECRET"):
        monkeypatch.setenv(f"PRONGSAI_OIDC_{name}", "x")
    monkeypatch.setenv("PRONGSAI_OIDC_ISSUER", issuer)

    with pytest.raises(ImproperlyConfigured, match="https"):
        identity.providers()


def test_several_workers_count_attempts_together(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("PRONGSAI_MODE", raising=False)
    alone = environment.cache()["BACKEND"]
    monkeypatch.setenv("PRONGSAI_MODE", "production")
    together = environment.cache()["BACKEND"]

    assert str(alone).endswith("LocMemCache")
    assert str(together).endswith("DatabaseCache")


@pytest.mark.parametrize("value", ["0", "-1", "ten", "1.5", "๓๐"])
def test_a_number_that_is_none_is_refused(monkeypatch, value):
    monkeypatch.setenv("PRONGSAI_IDLE_MINUTES", value)

    with pytest.raises(ImproperlyConfigured, match="PRONGSAI_IDLE_MINUTES"):
        environment.number("PRONGSAI_IDLE_MINUTES", default=30)
