"""Why a deed of administration is refused; the sentences are in ``ita/words``."""

from prongsai.ita.errors import ItaError


class LastAdministrator(ItaError):
    """Nobody would be left who can let people in."""

    code = "administration.last-administrator"


class InvitationUsed(ItaError):
    """A link was used already, is too old, or was cut off."""

    code = "administration.invitation-used"


class AlreadyHasPassword(ItaError):
    """Someone who has a password is not invited; there is a reset by mail."""

    code = "administration.has-password"


class PersonClosed(ItaError):
    """Nothing is given to a person who may not sign in."""

    code = "administration.person-closed"


class DivisionInUse(ItaError):
    """A division with sections in use, or with people, is not retired."""

    code = "administration.division-in-use"


class DivisionInsideItself(ItaError):
    """A division would stand under itself."""

    code = "administration.division-inside-itself"


class EndsTooEarly(ItaError):
    """An end before the beginning."""

    code = "administration.ends-too-early"
