"""The same files in an object store: kept, opened, removed; and told when it is silent."""

import hashlib
import io
import tarfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from prongsai.foundations.files import actions, storage
from prongsai.foundations.files.backup.archive import Writer
from prongsai.foundations.files.backup.packing import is_on_disk, pack_bucket
from prongsai.foundations.files.errors import BytesMissing, StoreUnreachable
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations import tenancy
from tests.cast import NOW, client_of, make_user
from tests.prongsai.foundations.files.casting import make_kept, make_staged
from tests.prongsai.foundations.files.samples import PDF, picture

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
BUCKET = "office"


@pytest.fixture(scope="module")
def server():
    """An object store on this machine."""
    moto = pytest.importorskip("moto.server")
    running = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    yield f"http://{host}:{port}"
    running.stop()


def variables(endpoint):
    return {
        "PRONGSAI_S3_BUCKET": BUCKET,
        "PRONGSAI_S3_ENDPOINT": endpoint,
        "PRONGSAI_S3_KEY": "key",
        "PRONGSAI_S3_SECRET": "secret",
        "PRONGSAI_S3_REGION": "us-east-1",
    }


def use(settings, endpoint):
    """Keep files in the store from now on."""
    known = variables(endpoint)
    chosen = storage.choose(Path("/nowhere"), lambda name: known.get(name, ""))
    settings.STORAGES = settings.STORAGES | {"default": chosen}


@pytest.fixture
def bucket(server, settings):
    use(settings, server)
    store: Any = default_storage
    store.connection.create_bucket(Bucket=BUCKET)
    yield store.bucket
    store.bucket.objects.all().delete()
    store.bucket.delete()


def test_a_file_is_kept_in_the_bucket_and_opened_from_it(bucket):
    kept = make_kept(name="คำขอ.pdf", content=PDF)

    with actions.open_file(kept, by=kept.uploaded_by, at=NOW) as content:
        found = content.read()

    assert found == PDF
    assert kept.sha256 == hashlib.sha256(PDF).hexdigest()
    assert kept.size == len(PDF)
    assert [item.key for item in bucket.objects.all()] == [kept.key]
    assert not is_on_disk()


def test_a_picture_gets_its_small_and_its_public_copy_there(bucket):
    kept = make_kept(content=picture(exif=True))

    copy = actions.public_copy(kept, by=kept.uploaded_by, at=NOW)
    response: Any = client_of(None).get(copy.get_absolute_url())

    assert b"".join(response.streaming_content)
    assert len(list(bucket.objects.all())) == 3


def test_removing_removes_from_the_bucket(bucket, django_capture_on_commit_callbacks):
    alice = make_user()
    staged = make_staged(by=alice)

    with django_capture_on_commit_callbacks(execute=True):
        actions.discard(staged, by=alice, at=NOW)

    assert list(bucket.objects.all()) == []


def test_a_missing_object_is_told(bucket):
    kept = make_kept()
    bucket.objects.all().delete()

    with pytest.raises(BytesMissing):
        actions.open_file(kept, by=kept.uploaded_by, at=NOW)

    assert actions.sweep(at=NOW).missing


def test_objects_without_a_row_are_found(bucket):
    make_user()
    default_storage.save(f"{tenancy.required()}/ab/x.pdf", ContentFile(b"x"))

    swept = actions.sweep(at=timezone.now() + timedelta(days=2))

    assert swept.orphans == 1


def test_a_backup_packs_the_bucket(bucket):
    kept = make_kept(content=PDF, name="a.pdf")
    out = io.BytesIO()

    with tarfile.open(fileobj=out, mode="w") as tar:
        writer = Writer(tar)
        pack_bucket(writer)

    assert [entry.path for entry in writer.entries] == [f"data/files/{kept.key}"]
    assert writer.entries[0].sha256 == kept.sha256


def test_a_silent_store_is_told_and_leaves_no_row(settings):
    alice = make_user()
    use(settings, "http://127.0.0.1:9")

    with pytest.raises(StoreUnreachable):
        make_staged(by=alice)

    assert not StoredFile.objects.exists()
