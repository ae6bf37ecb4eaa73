"""Things that go wrong in a process of its own: a full disk, a kill, a locked database.

``python -m tests.prongsai.foundations.files.trouble full|killed|locked|look``
"""

# ruff: noqa: E402, T201  # Django is set up first; it is a program that says what it did

import os
import resource
import signal
import sqlite3
import sys
import threading
from pathlib import Path

import django

django.setup()

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files import actions
from prongsai.foundations.files.errors import NoSpace
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Organisation
from tests.cast import make_office, make_user
from tests.prongsai.foundations.files.casting import RULES
from tests.prongsai.foundations.files.samples import PDF, upload

LARGE = PDF + b"x" * 2_000_000 + b"\nstartxref\n9\n%%EOF\n"


def office() -> Organisation:
    """The one office, with its one person; both are made when they are not there."""
    found = Organisation.objects.first() or make_office()
    tenancy._current.set(None)
    with tenancy.acting_for(found.pk):
        if not User.objects.exists():
            make_user(office=found)
    return found


def receive(user: User, content: bytes = LARGE) -> StoredFile:
    """Receive a file."""
    return actions.receive(
        upload("a.pdf", content), rules=RULES, by=user, at=timezone.now()
    )


def full() -> None:
    """The disk takes a little and then no more."""
    place = office()
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    if os.environ.get("SMALL_DISK") is None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, resource.RLIM_INFINITY))
    try:
        with tenancy.acting_for(place.pk):
            receive(User.objects.get())
    except NoSpace as error:
        print(error.code)


def killed() -> None:
    """The power goes when the bytes are there and the row is not."""

    def die(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with tenancy.acting_for(office().pk):
        user = User.objects.get()
        StoredFile.save = die  # type: ignore[method-assign]  # the power goes here
        receive(user)


def unclaimed() -> None:
    """The power goes between the two stages."""
    place = office()
    with tenancy.acting_for(place.pk):
        file = receive(User.objects.get())
    with tenancy.acting_for(place.pk), transaction.atomic():
        user = User.objects.get()
        actions.claim([file], owner=user, by=user, at=timezone.now())
        os.kill(os.getpid(), signal.SIGKILL)


def locked() -> None:
    """Another program holds the database for longer than we wait."""
    place = office()
    connection.close()
    connection.settings_dict["OPTIONS"]["timeout"] = 0.3
    other = sqlite3.connect(
        str(settings.DATABASES["default"]["NAME"]), isolation_level=None,
        check_same_thread=False,
    )  # fmt: skip
    other.execute("BEGIN IMMEDIATE")
    threading.Timer(20, other.rollback).start()
    try:
        with tenancy.acting_for(place.pk):
            receive(User.objects.get())
    except OperationalError as error:
        print(error)
    finally:
        other.rollback()
        os._exit(0)


def look() -> None:
    """Say how many rows, claimed rows, whole and half-written files there are."""
    with tenancy.acting_for(office().pk):
        rows = StoredFile.objects.filter(organisation=tenancy.required())
        root = Path(settings.DATA) / "files"
        bytes_there = [path for path in root.rglob("*") if path.is_file()]
        whole = [path for path in bytes_there if path.parent.name != ".incoming"]
        print(
            rows.count(),
            rows.filter(claimed_at__isnull=False).count(),
            len(whole),
            len(bytes_there) - len(whole),
            all(default_storage.exists(row.key) for row in rows),
        )


if __name__ == "__main__":
    {
        "full": full,
        "killed": killed,
        "unclaimed": unclaimed,
        "locked": locked,
        "look": look,
    }[sys.argv[1]]()
