"""Which templates a published page may be drawn with; a register names its own."""

DEFAULT = "publications/public/tables.html"
"""Draws the tables of a document and nothing else."""

_allowed = {DEFAULT}


class UnknownTemplate(LookupError):
    """Code of ours publishes with a template that no register has named."""


def register(name: str) -> None:
    """Allow a template; call it in ``AppConfig.ready``.

    It extends ``publications/public/page.html`` and fills the block ``published``.
    """
    _allowed.add(name)


def allowed(name: str) -> str:
    """Return the name of an allowed template; raise ``UnknownTemplate``."""
    if name not in _allowed:
        raise UnknownTemplate(name)
    return name
