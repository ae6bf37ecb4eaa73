"""Links by which a person sets the first password: for one person, once, for some days."""

from datetime import datetime

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.http import base36_to_int, int_to_base36

from prongsai.foundations.accounts import queries
from prongsai.foundations.accounts.models import User


class _Tokens(PasswordResetTokenGenerator):
    """Signs office, person and password hash: a set password makes the link worthless."""

    key_salt = "prongsai.foundations.accounts.invitations"

    def _make_hash_value(self, user: User, timestamp: int) -> str:
        rest = super()._make_hash_value(user, timestamp)
        return f"{user.organisation_id}:{user.is_active}:{rest}"

    def made(self, user: User, at: datetime) -> str:
        """Return a token made at a moment."""
        return self._make_token_with_timestamp(user, int(at.timestamp()), self.secret)

    def fits(self, user: User, token: str, at: datetime) -> bool:
        """Whether a token was made for this person as he is now, and not too long ago."""
        stamp, _, rest = token.partition("-")
        try:
            seconds = base36_to_int(stamp)
        except ValueError:
            return False
        secrets = [self.secret, *self.secret_fallbacks]
        if not rest or not any(
            constant_time_compare(
                self._make_token_with_timestamp(user, seconds, secret), token
            )
            for secret in secrets
        ):
            return False
        age = at.timestamp() - seconds
        return 0 <= age <= settings.INVITATION_DAYS * 86_400


_tokens = _Tokens()


def link_for(user: User, *, at: datetime) -> str:
    """Return the path of the page where a person sets the first password."""
    key = f"{int_to_base36(user.pk)}-{_tokens.made(user, at)}"
    return reverse("invitations:open", kwargs={"key": key})


def person_of(key: str, *, at: datetime) -> User | None:
    """Return the person of this office whom a key invites, while it may be used."""
    number, _, token = key.partition("-")
    try:
        pk = base36_to_int(number)
    except ValueError:
        return None
    person = queries.person(pk)
    if person is None or not person.is_active or person.has_usable_password():
        return None
    return person if _tokens.fits(person, token, at) else None
