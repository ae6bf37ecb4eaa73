"""The library's forms of forgotten passwords, kept inside the office."""

from typing import Any

from allauth.account import forms as library
from allauth.account.adapter import get_adapter
from allauth.account.internal import flows
from django.http import HttpRequest

from prongsai.foundations.accounts import queries
from prongsai.foundations.accounts.adapters import (
    OfficeAccountAdapter,
    try_mail_server,
)
from prongsai.foundations.accounts.models import User


class ResetPasswordForm(library.ResetPasswordForm):  # type: ignore[misc]  # untyped library
    """Asks for an e-mail address; answers everyone alike."""

    def clean_email(self) -> str:
        """Find the person of this office, and no other."""
        email = str(self.cleaned_data["email"]).lower()
        person = queries.person_with_email(email)
        self.users = [person] if person is not None and person.is_active else []
        return email

    def save(self, request: HttpRequest, **kwargs: Any) -> str:  # noqa: ANN401  # allauth's
        """Send the link; for an unknown address at least try the mail server."""
        email = str(self.cleaned_data["email"])
        if not self.users:
            try_mail_server()
            return email
        generator = kwargs.get("token_generator", library.default_token_generator)
        flows.password_reset.request_password_reset(
            request, email, self.users, generator
        )
        return email


class ResetPasswordKeyForm(library.ResetPasswordKeyForm):  # type: ignore[misc]  # untyped library
    """Sets the new password and lifts the lock of wrong attempts."""

    def save(self) -> None:
        """Set it."""
        super().save()
        adapter = get_adapter()
        if isinstance(adapter, OfficeAccountAdapter) and isinstance(self.user, User):
            adapter.forget_wrong_attempts(adapter.request, self.user)
