"""``@office_task``: work for later that remembers in which office's name it runs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import ParamSpec, TypeVar, overload

from django.db import transaction
from django.utils.functional import Promise as LazyText
from django_tasks import TaskResult
from django_tasks.base import Task

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.tasks.payloads import BadPayload, checked

P = ParamSpec("P")
T = TypeVar("T")
Text = str | LazyText

OFFICE = "office"
"""The argument every office task carries beside its own."""

_office: ContextVar[int | None] = ContextVar("office_of_task", default=None)


@dataclass(frozen=True, kw_only=True)
class OfficeTask(Task[P, T]):
    """A task of one office: ``enqueue`` inside ``acting_for``; it runs there again.

    ``label`` says in words what it does. An ``atomic`` task happens whole or not at
    all, together with the note that it is done; another divides its work by ``step``.
    """

    label: Text = ""
    atomic: bool = True

    def enqueue(self, *args: P.args, **kwargs: P.kwargs) -> TaskResult[T]:
        """Put it in the queue for the current office; it begins after the commit."""
        if args:
            raise BadPayload(self.name)
        payload = {**checked(kwargs), OFFICE: tenancy.required()}
        return self.get_backend().enqueue(self, (), payload)

    def enqueue_at(
        self, at: datetime, /, *args: P.args, **kwargs: P.kwargs
    ) -> TaskResult[T] | None:
        """Put it in the queue for a later moment; nothing where the queue cannot wait.

        Whoever must be sure looks after it with ``DAILY`` too.
        """
        if not self.get_backend().supports_defer:
            return None
        return self.using(run_after=at).enqueue(*args, **kwargs)


@overload
def office_task(function: Callable[P, T], /) -> OfficeTask[P, T]: ...


@overload
def office_task(
    *, label: Text = "", atomic: bool = True, priority: int = 0
) -> Callable[[Callable[P, T]], OfficeTask[P, T]]: ...


def office_task(
    function: Callable[P, T] | None = None,
    /,
    *,
    label: Text = "",
    atomic: bool = True,
    priority: int = 0,
) -> OfficeTask[P, T] | Callable[[Callable[P, T]], OfficeTask[P, T]]:
    """Make a function of a module a task that carries its office.

    Its arguments are given by name and are numbers or short keys, see ``payloads``.
    """

    def made(inner: Callable[P, T]) -> OfficeTask[P, T]:
        return OfficeTask(
            func=_in_office(inner, atomic=atomic),
            label=label,
            atomic=atomic,
            priority=priority,
        )

    return made if function is None else made(function)


def _in_office(function: Callable[P, T], *, atomic: bool) -> Callable[P, T]:
    @wraps(function)
    def in_office(*args: P.args, **kwargs: P.kwargs) -> T:
        office = kwargs.pop(OFFICE)
        if not isinstance(office, int):
            raise BadPayload(OFFICE)
        if atomic:
            with tenancy.acting_for(office), transaction.atomic():
                return function(*args, **kwargs)
        token = _office.set(office)
        try:
            return function(*args, **kwargs)
        finally:
            _office.reset(token)

    return in_office


@contextmanager
def step() -> Iterator[None]:
    """One part of a task that is not atomic: committed when it ends."""
    with tenancy.acting_for(_office_of_task()), transaction.atomic():
        yield


@contextmanager
def aside() -> Iterator[None]:
    """Slow reading in a task that is not atomic: on SQLite no writer waits for it.

    What is written meanwhile is committed deed by deed.
    """
    with tenancy.acting_for(_office_of_task()):
        yield


def _office_of_task() -> int:
    office = _office.get()
    if office is None:
        raise tenancy.NoOrganisation
    return office
