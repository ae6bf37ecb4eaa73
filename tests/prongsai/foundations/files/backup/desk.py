"""What the tests of backups let happen in a process of its own.

``python -m tests.prongsai.foundations.files.backup.desk begin|write|tell``
"""

# ruff: noqa: E402, T201  # Django is set up first; it is a program that says what it did

import json
import sys

import django

django.setup()

from django.db import transaction
from django.utils import timezone

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.audit.verifying import verify
from prongsai.foundations.files import actions
from prongsai.foundations.files.actions.opening import bytes_of
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Organisation
from tests.cast import make_office, make_user
from tests.prongsai.foundations.files.casting import RULES
from tests.prongsai.foundations.files.samples import PDF, upload


def begin() -> None:
    """Two offices with a person and a file each."""
    for _ in range(2):
        office = make_office()
        tenancy._current.set(None)
        with tenancy.acting_for(office.pk):
            keep(make_user(office=office))


def keep(user: User) -> None:
    """Receive a file and hang it on a person."""
    with transaction.atomic():
        now = timezone.now()
        file = actions.receive(upload("คำขอ.pdf", PDF), rules=RULES, by=user, at=now)
        actions.claim([file], owner=user, by=user, at=now)


def write() -> None:
    """Write history and files until killed."""
    office = Organisation.objects.order_by("pk").first()
    while office:
        with tenancy.acting_for(office.pk):
            user = User.objects.earliest("pk")
            audit.record("test.deed", on=user, by=user, at=timezone.now())
            keep(user)
        print("wrote", flush=True)


def tell() -> None:
    """Say what is there: lines of history, files with their bytes, people."""
    told = []
    for office in Organisation.objects.order_by("pk"):
        with tenancy.acting_for(office.pk):
            report = verify()
            files = StoredFile.objects.order_by("pk")
            told.append(
                {
                    "lines": report.lines,
                    "intact": report.is_intact,
                    "files": [(file.pk, file.sha256) for file in files],
                    "bytes": [len(bytes_of(file).read()) for file in files],
                    "people": [str(user) for user in User.objects.order_by("pk")],
                }
            )
    print(json.dumps(told))


if __name__ == "__main__":
    {"begin": begin, "write": write, "tell": tell}[sys.argv[1]]()
