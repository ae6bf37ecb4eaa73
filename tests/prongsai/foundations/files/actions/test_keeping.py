"""A row claims what was sent with it; only the sender's own, and only once."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.db import transaction

from prongsai.foundations.audit.models import Event
from prongsai.foundations.files import actions, queries
from prongsai.foundations.files.errors import AlreadyClaimed, StagedFileGone
from prongsai.foundations.files.models import StoredFile
from tests.cast import NOW, make_user
from tests.prongsai.foundations.files.casting import make_kept, make_staged
from tests.prongsai.foundations.files.samples import PDF

pytestmark = pytest.mark.django_db


def test_claim_hangs_files_on_a_row_and_writes_it_down():
    alice = make_user()
    one, two = make_staged(by=alice), make_staged(by=alice, name="b.pdf", content=PDF)

    actions.claim([one, two], owner=alice, by=alice, at=NOW, slot="handover")

    assert list(queries.of(alice)) == [one, two]
    assert list(queries.of(alice, slot="handover")) == [one, two]
    assert not queries.of(alice, slot="return")
    assert Event.objects.filter(verb="files.claimed").count() == 2


def test_claim_makes_a_small_picture_of_a_picture_only():
    alice = make_user()

    photo = make_kept(by=alice)
    document = make_kept(by=alice, name="b.pdf", content=PDF)

    assert photo.thumbnail_url.startswith("/files/")
    assert document.thumbnail_url == ""


def test_claim_refuses_a_colleagues_file():
    alice, bob = make_user(), make_user()
    staged = make_staged(by=alice)

    with pytest.raises(PermissionDenied):
        actions.claim([staged], owner=bob, by=bob, at=NOW)

    assert not queries.of(bob)


def test_claim_refuses_a_file_that_hangs_already():
    alice = make_user()
    kept = make_kept(by=alice)

    with pytest.raises(AlreadyClaimed):
        actions.claim([kept], owner=make_user(), by=alice, at=NOW)


def test_claim_refuses_a_file_that_was_removed_meanwhile():
    alice = make_user()
    staged = make_staged(by=alice)
    StoredFile.objects.all().delete()

    with pytest.raises(StagedFileGone):
        actions.claim([staged], owner=alice, by=alice, at=NOW)


def test_claim_of_several_is_all_or_nothing():
    alice = make_user()
    mine, hers = make_staged(by=alice), make_staged(by=make_user())

    with pytest.raises(PermissionDenied):
        actions.claim([mine, hers], owner=alice, by=alice, at=NOW)

    mine.refresh_from_db()
    assert mine.claimed_at is None


def test_a_citizens_file_is_claimed_in_nobodys_name():
    row = make_user()
    staged = make_staged(by=None, holder="x")

    actions.claim([staged], owner=row, by=None, at=NOW)

    assert queries.of(row).get().claimed_by is None


def test_discard_removes_row_and_bytes(django_capture_on_commit_callbacks):
    alice = make_user()
    staged = make_staged(by=alice)

    with django_capture_on_commit_callbacks(execute=True):
        actions.discard(staged, by=alice, at=NOW)

    assert not StoredFile.objects.exists()
    assert not default_storage.exists(staged.key)


def test_discard_keeps_the_bytes_when_the_deed_around_it_fails():
    alice = make_user()
    staged = make_staged(by=alice)

    with transaction.atomic():
        actions.discard(staged, by=alice, at=NOW)
        transaction.set_rollback(True)

    assert default_storage.exists(staged.key)
    assert StoredFile.objects.exists()


def test_discard_refuses_what_hangs_on_a_row():
    kept = make_kept()

    with pytest.raises(AlreadyClaimed):
        actions.discard(kept, by=kept.uploaded_by, at=NOW)


def test_forget_removes_the_files_of_a_slot_with_their_copies_and_bytes(
    django_capture_on_commit_callbacks,
):
    alice = make_user()
    card, photo = (
        make_staged(by=alice),
        make_staged(by=alice, name="b.pdf", content=PDF),
    )
    actions.claim([card], owner=alice, by=alice, at=NOW, slot="papers")
    actions.claim([photo], owner=alice, by=alice, at=NOW, slot="handover")
    keys = list(StoredFile.objects.exclude(pk=photo.pk).values_list("key", flat=True))

    with django_capture_on_commit_callbacks(execute=True):
        forgotten = actions.forget(alice, slot="papers", at=NOW)

    assert forgotten == 1
    assert list(StoredFile.objects.all()) == [photo]
    assert not any(default_storage.exists(key) for key in keys)
    assert Event.objects.get(verb="files.forgotten").facts["digest"] == card.sha256
