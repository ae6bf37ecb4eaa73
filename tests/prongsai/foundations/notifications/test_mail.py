"""Settings of mail are read from the environment, and nonsense is refused."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from prongsai.foundations.notifications.mail import SERVICES, settings_from


def told(**words):
    return {f"PRONGSAI_MAIL_{name.upper()}": value for name, value in words.items()}


def test_mail_is_printed_when_nothing_is_said():
    assert settings_from({}).backend.endswith("console.EmailBackend")


@pytest.mark.parametrize(
    ("security", "port", "tls", "ssl"),
    [("", 587, True, False), ("tls", 465, False, True), ("none", 25, False, False)],
)
def test_smtp_is_encrypted_unless_told_otherwise(security, port, tls, ssl):
    found = settings_from(
        told(provider="smtp", host="mail.example.org", security=security)
    )

    assert (found.port, found.use_tls, found.use_ssl) == (port, tls, ssl)


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_gets_its_key(service):
    found = settings_from(told(provider=service, key="k"))

    assert found.anymail[SERVICES[service]] == "k"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"provider": "pigeon"}, "must be one of"),
        ({"provider": "smtp"}, "PRONGSAI_MAIL_HOST is missing"),
        ({"provider": "brevo"}, "PRONGSAI_MAIL_KEY is missing"),
        ({"provider": "smtp", "host": "h", "security": "ssl3"}, "must be tls"),
        ({"provider": "smtp", "host": "h", "port": "x"}, "a number"),
    ],
)
def test_nonsense_is_refused_in_both_languages(words, said):
    with pytest.raises(ImproperlyConfigured, match=said) as caught:
        settings_from(told(**words))

    assert " / " in str(caught.value)
