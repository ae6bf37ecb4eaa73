"""Files published with a version: kept, named in the document, never half there."""

import errno
import hashlib
from dataclasses import replace

import pytest
from django.core.files.storage import default_storage
from django.db import DatabaseError, transaction

from prongsai.foundations.files.disk import PrivateDisk
from prongsai.foundations.files.errors import NoSpace
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.publications import queries
from prongsai.foundations.publications.actions import Attached
from prongsai.foundations.publications.contents import BadDocument
from prongsai.foundations.publications.models import PublishedFile, Version
from prongsai.foundations.publications.refusals import NothingChanged
from tests.cast import make_office
from tests.prongsai.foundations.publications.publishing import publish

pytestmark = pytest.mark.django_db
REPORT = Attached(
    name="report.pdf", content_type="application/pdf", content=b"%PDF-1.7 report"
)


def test_the_document_names_each_file_with_its_digest():
    version = publish(files=[REPORT])

    file = PublishedFile.objects.get()
    sha256 = hashlib.sha256(REPORT.content).hexdigest()
    assert (file.version, file.sha256, file.size) == (version, sha256, 15)
    assert queries.document_of(version)["files"] == [
        {
            "name": "report.pdf",
            "content_type": "application/pdf",
            "size": 15,
            "sha256": sha256,
        }
    ]
    assert queries.digest_now(version) == version.digest
    with default_storage.open(file.stored.key) as content:
        assert content.read() == REPORT.content


def test_a_document_without_files_keeps_the_digest_it_always_had():
    version = publish()

    assert "files" not in queries.document_of(version)
    assert queries.digest_now(version) == version.digest


def test_another_file_is_another_version_and_the_same_one_is_none():
    publish(files=[REPORT])

    with pytest.raises(NothingChanged):
        publish(files=[REPORT])
    second = publish(files=[replace(REPORT, content=b"%PDF-1.7 better")])

    assert second.number == 2
    assert PublishedFile.objects.count() == 2


@pytest.mark.parametrize(
    "bad",
    [
        [replace(REPORT, name="../report.pdf")],
        [replace(REPORT, name="รายงาน.pdf")],
        [replace(REPORT, name="report.html", content_type="text/html")],
        [replace(REPORT, content_type="text/html")],
        [replace(REPORT, content=b"")],
        [REPORT, REPORT],
    ],
)
def test_files_that_make_no_sense_are_refused_whole(bad):
    make_office()

    with pytest.raises(BadDocument):
        publish(files=bad)

    assert not Version.objects.exists()
    assert not StoredFile.objects.exists()


def test_a_stop_before_the_end_leaves_nothing_half_published():
    make_office()

    class Stop(Exception):
        """The machine stops here."""

    def stopped() -> None:
        publish(files=[REPORT])
        raise Stop

    with pytest.raises(Stop), transaction.atomic():
        stopped()

    assert not Version.objects.exists()
    assert not PublishedFile.objects.exists()
    assert not StoredFile.objects.exists()


def test_bytes_that_do_not_fit_on_the_disk_publish_nothing(monkeypatch):
    make_office()

    def full(*_args):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(PrivateDisk, "_save", full)
    with pytest.raises(NoSpace):
        publish(files=[REPORT])

    assert not Version.objects.exists()


def test_a_published_file_is_never_changed():
    publish(files=[REPORT])

    with pytest.raises(DatabaseError), transaction.atomic():
        PublishedFile.objects.update(name="other.pdf")
