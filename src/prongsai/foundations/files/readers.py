"""Who may open a file: the register that owns it decides, asked by the kind of its row."""

from collections.abc import Callable
from typing import TypeAlias

from prongsai.foundations.accounts.models import User

CanRead: TypeAlias = Callable[[User, int], bool]

_READERS: dict[str, CanRead] = {}


def register(owner_kind: str, can_read: CanRead) -> None:
    """Let ``can_read(user, owner_pk)`` decide about files of this kind of row.

    Call it in ``AppConfig.ready`` with the model's label, as in "lending.loan". Files of
    a kind nobody registered can be opened by nobody.
    """
    _READERS[owner_kind] = can_read


def may_read(user: User, *, owner_kind: str, owner_pk: int) -> bool:
    """Ask the register that owns the row."""
    can_read = _READERS.get(owner_kind)
    return can_read is not None and can_read(user, owner_pk)
