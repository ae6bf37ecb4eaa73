"""What may not be done with a number."""

from prongsai.ita.errors import ItaError


class AlreadyVoid(ItaError):
    """The number was declared void before: ``number``."""

    code = "numbering.already-void"
