"""What one page asks several times, asked once: only while a page is read, never written.

A page finds the same posts and divisions from many corners. While it is only read (GET,
HEAD) the first answer serves for the whole request; deeds always ask the database anew.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from prongsai.foundations.organisations import tenancy

T = TypeVar("T")
_answers: ContextVar[dict[Hashable, Any] | None] = ContextVar("answers", default=None)


@contextmanager
def reading() -> Iterator[None]:
    """Remember answers until this ends."""
    token = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(token)


def once(question: Hashable, ask: Callable[[], T]) -> T:
    """Return the answer to a question of the current office, asked once while reading."""
    answers = _answers.get()
    if answers is None:
        return ask()
    key = (tenancy.current(), question)
    if key not in answers:
        answers[key] = ask()
    found: T = answers[key]
    return found
