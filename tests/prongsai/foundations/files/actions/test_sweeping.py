"""What nobody claimed goes, what nothing speaks of goes, and what is gone is told."""

import os
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from prongsai.foundations.audit.models import Event
from prongsai.foundations.files import actions, queries
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations import tenancy
from tests.cast import NOW, make_office, make_user
from tests.prongsai.foundations.files.casting import make_kept, make_staged

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=25)


def make_orphan(*, at=NOW) -> str:
    """Bytes whose row never came: the program was killed between the two."""
    key = default_storage.save(
        f"{tenancy.required()}/ab/ab12.jpg", ContentFile(b"bytes")
    )
    os.utime(default_storage.path(key), (at.timestamp(), at.timestamp()))
    return key


def test_sweep_removes_what_nobody_claimed(django_capture_on_commit_callbacks):
    staged = make_staged(by=make_user())

    with django_capture_on_commit_callbacks(execute=True):
        swept = actions.sweep(at=LATER)

    assert swept.unclaimed == 1
    assert not StoredFile.objects.exists()
    assert not default_storage.exists(staged.key)


def test_sweep_leaves_what_is_claimed_and_what_is_fresh():
    kept, fresh = make_kept(), make_staged(by=make_user(), at=LATER)

    swept = actions.sweep(at=LATER)

    assert swept.unclaimed == 0
    assert default_storage.exists(kept.key)
    assert default_storage.exists(fresh.key)


def test_sweep_removes_bytes_without_a_row_once_they_are_old():
    make_office()
    old = make_orphan()

    first = actions.sweep(at=NOW)
    second = actions.sweep(at=LATER)

    assert (first.orphans, second.orphans) == (0, 1)
    assert not default_storage.exists(old)


def test_sweep_tells_of_rows_without_bytes_once():
    kept = make_kept()
    default_storage.delete(kept.key)

    first, second = actions.sweep(at=NOW), actions.sweep(at=LATER)

    assert first.missing == second.missing == [kept.pk]
    assert list(queries.missing()) == [kept]
    assert Event.objects.filter(verb="files.bytes-missing").count() == 1


def test_sweep_leaves_another_office_alone():
    make_user()
    other = make_office()
    with tenancy.acting_for(other.pk):
        make_staged(by=make_user(office=other))

    swept = actions.sweep(at=LATER)

    assert swept.unclaimed == 0
    with tenancy.acting_for(other.pk):
        assert StoredFile.objects.exists()
