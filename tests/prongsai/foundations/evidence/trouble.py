"""The power goes in the middle of a deed, in a process of its own.

``python -m tests.prongsai.foundations.evidence.trouble add|replace|publish|look``
"""

# ruff: noqa: E402, T201  # Django is set up first; it is a program that says what it did

import os
import signal
import sys

import django

django.setup()

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit.models import Event
from prongsai.foundations.evidence import collecting
from prongsai.foundations.evidence.models import Evidence, StoredFigure
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Division, Organisation
from prongsai.foundations.publications.actions import Attached
from prongsai.foundations.publications.models import PublishedFile, Version
from tests.cast import NOW, make_division, make_office, make_user
from tests.prongsai.foundations.evidence.counting import KEY, offered
from tests.prongsai.foundations.evidence.gathering_cast import make_file, registered
from tests.prongsai.foundations.publications.publishing import publish


def begin() -> None:
    """The one office, with a person, a division and a piece of evidence."""
    place = make_office()
    tenancy._current.set(None)
    with tenancy.acting_for(place.pk):
        make_file(make_division(office=place), make_user(office=place))


def die(*_: object, **__: object) -> None:
    """The power goes here."""
    os.kill(os.getpid(), signal.SIGKILL)


def add() -> None:
    """The evidence is written, its file is not yet hung on it."""
    StoredFile.claimed_save = StoredFile.save  # type: ignore[attr-defined]  # kept aside

    def save(file: StoredFile, **options: object) -> None:
        if "update_fields" in options:
            die()
        file.claimed_save(**options)  # type: ignore[attr-defined]  # see above

    StoredFile.save = save  # type: ignore[assignment,method-assign]  # the power goes
    make_file(Division.objects.get(), User.objects.get())


def replace() -> None:
    """The new evidence is written, the old one is not yet at its end."""
    old, alice = Evidence.objects.get(), User.objects.get()
    with offered():
        form = collecting.FigureForm(
            {"key": KEY, "start": "1/10/2568", "end": "30/9/2569", "reason": "ใหม่"},
            user=alice,
            owner=Division.objects.get(),
            replaces=True,
        )
        assert form.is_valid()
        whole = Evidence.save

        def save(row: Evidence, **options: object) -> None:
            if "update_fields" in options:
                die()
            whole(row, **options)  # type: ignore[arg-type]  # as Django gives them

        Evidence.save = save  # type: ignore[assignment,method-assign]  # the power goes
        collecting.collect(form, replaces=old, by=alice, at=NOW)


def publishing() -> None:
    """The version and the bytes are written, the row of the file is not."""
    StoredFile.save = die  # type: ignore[method-assign]  # the power goes here
    publish(files=[Attached(name="a.txt", content_type="text/plain", content=b"a")])


def look() -> None:
    """Say how much there is of everything."""
    kinds = (Evidence, StoredFigure, Version, PublishedFile, Event)
    claimed = StoredFile.objects.filter(claimed_at__isnull=False)
    print(*(kind._default_manager.count() for kind in kinds), claimed.count())


if __name__ == "__main__":
    with registered():
        if sys.argv[1] == "begin":
            begin()
        else:
            with tenancy.acting_for(Organisation.objects.get().pk):
                {
                    "add": add,
                    "replace": replace,
                    "publish": publishing,
                    "look": look,
                }[sys.argv[1]]()
