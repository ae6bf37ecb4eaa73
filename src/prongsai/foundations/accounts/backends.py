"""Who a user name or an e-mail address belongs to, in this office and nowhere else."""

from allauth.account.auth_backends import AuthenticationBackend

from prongsai.foundations.accounts import queries
from prongsai.foundations.accounts.models import User


class OfficeBackend(AuthenticationBackend):  # type: ignore[misc]  # untyped library
    """Knows people by what the office entered for them, never by the library's table.

    The library would look in its table of e-mail addresses, which knows no offices.
    """

    def _authenticate_by_email(self, email: str, password: str) -> User | None:
        person = queries.person_with_email(email)
        found = self._check_password(person, password)
        return found if isinstance(found, User) else None
