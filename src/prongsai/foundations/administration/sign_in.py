"""Sign-in, written down: who came in, and what changed about how they come in."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from prongsai.foundations.accounts import queries
from prongsai.foundations.accounts.adapters import OfficeAccountAdapter
from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy

SECURITY = {
    "account/email/password_changed": "accounts.password_changed",
    "account/email/password_reset": "accounts.password_reset",
    "account/email/password_set": "accounts.password_set",
    "mfa/email/totp_activated": "accounts.totp_added",
    "mfa/email/totp_deactivated": "accounts.totp_removed",
    "mfa/email/webauthn_added": "accounts.key_added",
    "mfa/email/webauthn_removed": "accounts.key_removed",
    "mfa/email/recovery_codes_generated": "accounts.recovery_codes_made",
    "socialaccount/email/account_connected": "accounts.identity_added",
    "socialaccount/email/account_disconnected": "accounts.identity_removed",
}
"""Whenever the library tells a person of a change, the history is told too."""


class RecordedSignIn(OfficeAccountAdapter):
    """Writes a line of history for every sign-in and every change of secrets."""

    def post_login(
        self,
        request: HttpRequest,
        user: User,
        **kwargs: Any,  # noqa: ANN401  # allauth's
    ) -> HttpResponse:
        """Write down that somebody came in."""
        audit.record("accounts.signed_in", on=user, by=user, at=timezone.now())
        answer = super().post_login(request, user, **kwargs)
        assert isinstance(answer, HttpResponse)  # noqa: S101  # says the library
        return answer

    def authentication_failed(
        self,
        request: HttpRequest,
        **credentials: Any,  # noqa: ANN401  # allauth's
    ) -> None:
        """Write down a wrong password for somebody who exists; names nobody else."""
        super().authentication_failed(request, **credentials)
        name = str(credentials.get("username") or credentials.get("email") or "")
        person = queries.person_called(name)
        if person is not None:
            audit.record(
                "accounts.sign_in_failed", on=person, by=None, at=timezone.now()
            )

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        *args: Any,  # noqa: ANN401  # allauth's
        **kwargs: Any,  # noqa: ANN401  # allauth's
    ) -> None:
        """Write the change down, and tell the person by mail where there is one.

        The library calls this when its transaction is committed; on PostgreSQL that is
        the office's own, so the office has to be named to the database once more.
        """
        verb = SECURITY.get(template_prefix)
        with tenancy.acting_for(tenancy.required()):
            if verb is not None:
                audit.record(verb, on=user, by=user, at=timezone.now())
            super().send_notification_mail(template_prefix, user, *args, **kwargs)
