"""What the administration of background work refuses."""

from prongsai.ita.errors import ItaError


class AlreadyTriedAgain(ItaError):
    """Somebody has put this work into the queue again: ``failure``."""

    code = "tasks.already-again"


class NoLongerThere(ItaError):
    """The code of this work is no longer installed: ``failure``."""

    code = "tasks.no-longer-there"
