"""Settings of mail, from the environment: printed unless a provider is named.

``PRONGSAI_MAIL_PROVIDER`` is ``console``, ``smtp``, or a service that anymail knows.
``PRONGSAI_MAIL_KEY`` is the service's key; ``_HOST``, ``_PORT``, ``_USER``, ``_PASSWORD``
and ``_SECURITY`` (``tls``, ``starttls``, ``none``) are for smtp.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.core.exceptions import ImproperlyConfigured

CONSOLE, SMTP = "console", "smtp"
SERVICES = {
    "brevo": "BREVO_API_KEY",
    "mailersend": "MAILERSEND_API_TOKEN",
    "mailgun": "MAILGUN_API_KEY",
    "mailtrap": "MAILTRAP_API_TOKEN",
    "mandrill": "MANDRILL_API_KEY",
    "postmark": "POSTMARK_SERVER_TOKEN",
    "resend": "RESEND_API_KEY",
    "sendgrid": "SENDGRID_API_KEY",
    "sparkpost": "SPARKPOST_API_KEY",
}
"""Services that need one key, and what anymail calls it."""

PORTS = {"tls": 465, "starttls": 587, "none": 25}
TIMEOUT = 10


@dataclass(frozen=True, kw_only=True)
class MailSettings:
    """What Django and anymail are told."""

    backend: str
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    use_tls: bool = False
    use_ssl: bool = False
    timeout: int = TIMEOUT
    anymail: Mapping[str, str | int] = field(default_factory=dict)


def settings_from(environment: Mapping[str, str]) -> MailSettings:
    """Return the settings; refuse a provider nobody knows and one without its key.

    >>> settings_from({}).backend
    'django.core.mail.backends.console.EmailBackend'
    """
    told = {
        name.removeprefix("PRONGSAI_MAIL_").lower(): value.strip()
        for name, value in environment.items()
        if name.startswith("PRONGSAI_MAIL_")
    }
    provider = told.get("provider", "").lower() or CONSOLE
    if provider == CONSOLE:
        return MailSettings(backend="django.core.mail.backends.console.EmailBackend")
    if provider == SMTP:
        return _smtp(told)
    if provider not in SERVICES:
        known = ", ".join([CONSOLE, SMTP, *SERVICES])
        raise ImproperlyConfigured(
            f"PRONGSAI_MAIL_PROVIDER must be one of {known}, not {provider!r} / "
            f"PRONGSAI_MAIL_PROVIDER ต้องเป็นค่าใดค่าหนึ่งต่อไปนี้: {known}"
        )
    return MailSettings(
        backend=f"anymail.backends.{provider}.EmailBackend",
        anymail={
            SERVICES[provider]: _needed(told, "key"),
            "REQUESTS_TIMEOUT": TIMEOUT,
        },
    )


def _smtp(told: Mapping[str, str]) -> MailSettings:
    security = told.get("security", "").lower() or "starttls"
    port = told.get("port", "") or str(PORTS.get(security, 0))
    if security not in PORTS or not port.isascii() or not port.isdigit():
        raise ImproperlyConfigured(
            "PRONGSAI_MAIL_SECURITY must be tls, starttls or none, and PRONGSAI_MAIL_PORT "
            "a number / PRONGSAI_MAIL_SECURITY ต้องเป็น tls, starttls หรือ none "
            "และ PRONGSAI_MAIL_PORT ต้องเป็นตัวเลข"
        )
    return MailSettings(
        backend="django.core.mail.backends.smtp.EmailBackend",
        host=_needed(told, "host"),
        port=int(port),
        user=told.get("user", ""),
        password=told.get("password", ""),
        use_tls=security == "starttls",
        use_ssl=security == "tls",
    )


def _needed(told: Mapping[str, str], name: str) -> str:
    found = told.get(name, "")
    if not found:
        variable = f"PRONGSAI_MAIL_{name.upper()}"
        raise ImproperlyConfigured(f"{variable} is missing / ยังไม่ได้กำหนด {variable}")
    return found
