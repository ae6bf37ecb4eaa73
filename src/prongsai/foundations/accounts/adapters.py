"""What this project decides differently from the sign-in library."""

from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.contrib import messages
from django.core.mail import EmailMessage, get_connection
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts import queries
from prongsai.foundations.accounts.errors import MailUnavailable
from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.queries import current_office


class OfficeAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # untyped library
    """Nobody signs up; mails speak in the name of the office, or fail in words."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "too_many_login_attempts": _(
            "Signing in is locked after too many wrong attempts. "
            "Wait five minutes, or set a new password by e-mail."
        ),
        "username_password_mismatch": _("The name or the password is not right."),
        "email_password_mismatch": _("The name or the password is not right."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  # allauth's
        """Let no stranger in: an administrator invites people."""
        return False

    def format_email_subject(self, subject: str) -> str:
        """Begin a subject with the office's name."""
        return f"[{current_office()}] {subject}"

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        **kwargs: Any,  # noqa: ANN401  # allauth's
    ) -> EmailMessage:
        """Let the templates of mails name the office."""
        named = context | {"office": current_office()}
        found = super().render_mail(template_prefix, email, named, **kwargs)
        assert isinstance(found, EmailMessage)  # noqa: S101  # says the library
        return found

    def send_mail(self, template_prefix: str, email: str, context: Any) -> None:  # noqa: ANN401  # allauth's
        """Send, or say that no mail can be sent now."""
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, SMTPException) as error:
            raise MailUnavailable from error

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # allauth's
        """Tell a person of a change; the change stands even when no mail can be sent."""
        try:
            super().send_notification_mail(*args, **kwargs)
        except MailUnavailable:
            messages.warning(
                self.request,
                _("It is done, but the e-mail that tells of it could not be sent."),
            )

    def forget_wrong_attempts(self, request: HttpRequest, user: User) -> None:
        """Unlock a person who has just proved, by mail, to be the one."""
        for name in (user.username, user.email):
            if name:
                self._delete_login_attempts_cached_email(request, username=name)


def try_mail_server() -> None:
    """Fail exactly as sending a mail would, without sending one."""
    try:
        with get_connection():
            pass
    except (OSError, SMTPException) as error:
        raise MailUnavailable from error


class OfficeMFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # untyped library
    """Second factors carry the office's name in the telephone's list."""

    def get_totp_issuer(self) -> str:
        """Name the office."""
        return str(current_office())

    def _get_site_name(self) -> str:
        return str(current_office())


class OfficeSocialAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # untyped library
    """An outside identity only ever opens the door to a person the office already has."""

    def is_open_for_signup(
        self,
        request: HttpRequest,  # noqa: ARG002  # allauth's
        sociallogin: SocialLogin,  # noqa: ARG002  # allauth's
    ) -> bool:
        """Make nobody."""
        return False

    def populate_user(
        self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]
    ) -> User:
        """Tie the identity to this office and keep nothing else of what was sent.

        The library knows one account per identity in the whole installation; the same
        citizen may work for two offices.
        """
        user = super().populate_user(request, sociallogin, data)
        account = sociallogin.account
        account.uid = f"{tenancy.required()}:{account.uid}"
        account.extra_data = {}
        assert isinstance(user, User)  # noqa: S101  # AUTH_USER_MODEL
        return user

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Connect to the person with the same verified e-mail; refuse everyone else."""
        if sociallogin.is_existing or request.user.is_authenticated:
            return
        person = _same_verified_email(sociallogin)
        if person is None:
            raise ImmediateHttpResponse(redirect("socialaccount_login_error"))
        sociallogin.connect(request, person)


def _same_verified_email(sociallogin: SocialLogin) -> User | None:
    """Return the one active person whose e-mail the other side has verified."""
    for address in sociallogin.email_addresses:
        if address.verified:
            person = queries.person_with_email(address.email)
            if person is not None and person.is_active:
                return person
    return None
