"""What installing refuses; the sentences are in ``words/*/installing.toml``."""

from prongsai.ita.errors import ItaError


class RevisionTooLow(ItaError):
    """A correction needs a higher revision: ``year``, ``found``, ``holds``."""

    code = "frameworks.revision-too-low"


class SourceMissing(ItaError):
    """Nobody says where the correction is from."""

    code = "frameworks.source-missing"


class FileTooLong(ItaError):
    """More text than any framework has: ``found``, ``most`` (characters)."""

    code = "frameworks.too-long"


class AlreadyDecided(ItaError):
    """It was decided about before: ``year``, ``revision``."""

    code = "frameworks.already-decided"


class SameFramework(ItaError):
    """The file says the same as what holds: ``year``."""

    code = "frameworks.same"
