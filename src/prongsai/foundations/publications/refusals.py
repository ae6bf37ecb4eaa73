"""What publishing refuses; the sentences are in ``words/*/publications.toml``."""

from prongsai.ita.errors import ItaError


class NothingChanged(ItaError):
    """The newest version says the same: ``address``, ``version``."""

    code = "publications.nothing-changed"


class AlreadyWithdrawn(ItaError):
    """There is nothing public to withdraw: ``address``."""

    code = "publications.already-withdrawn"


class ReasonMissing(ItaError):
    """A withdrawal without a reason in both languages: ``address``."""

    code = "publications.reason-missing"


class UnfitAddress(ItaError):
    """No web address that can be kept or visited: ``url``."""

    code = "publications.unfit-address"


class BadPath(ItaError):
    """A redirect from or to what is no public address of this site: ``path``."""

    code = "publications.bad-path"


class RedirectLoop(ItaError):
    """The new address leads back to the old one: ``old``, ``new``."""

    code = "publications.redirect-loop"
