"""An outside identity provider such as ThaID: settings made from the environment."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from prongsai.config import environment

PROVIDER = "thaid"
"""The name in addresses and in the table of identities."""


def providers() -> dict[str, Any]:
    """Return the library's settings: none, unless the environment names a provider.

    ``PRONGSAI_OIDC_ISSUER``, ``_CLIENT_ID`` and ``_SECRET`` are needed together;
    ``_NAME`` is what the button says, ``_UID_FIELD`` the claim that names a person.
    """
    issuer = environment.text("PRONGSAI_OIDC_ISSUER")
    client = environment.text("PRONGSAI_OIDC_CLIENT_ID")
    secret = environment.text("PRONGSAI_OIDC_SECRET")
    if not any((issuer, client, secret)):
        return {}
    if not all((issuer, client, secret)):
        message = (
            "PRONGSAI_OIDC_ISSUER, PRONGSAI_OIDC_CLIENT_ID and PRONGSAI_OIDC_SECRET "
            "are needed together / ต้องกำหนดทั้งสามค่าพร้อมกัน"
        )
        raise ImproperlyConfigured(message)
    if urlsplit(issuer).scheme != "https" or not urlsplit(issuer).netloc:
        message = (
            "PRONGSAI_OIDC_ISSUER must be an https address / "
            "PRONGSAI_OIDC_ISSUER ต้องเป็นที่อยู่ https"
        )
        raise ImproperlyConfigured(message)
    application = {
        "provider_id": PROVIDER,
        "name": environment.text("PRONGSAI_OIDC_NAME", "ThaID"),
        "client_id": client,
        "secret": secret,
        "settings": {
            "server_url": issuer,
            "uid_field": environment.text("PRONGSAI_OIDC_UID_FIELD", "sub"),
        },
    }
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [application]}}
