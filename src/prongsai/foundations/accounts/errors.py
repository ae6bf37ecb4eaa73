"""Refusals around signing in; their sentences are in ``ita/words``."""

from prongsai.ita.errors import ItaError


class MailUnavailable(ItaError):
    """No mail can be sent now; nothing was changed."""

    code = "accounts.mail-unavailable"
