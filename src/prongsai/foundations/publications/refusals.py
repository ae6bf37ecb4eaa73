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
