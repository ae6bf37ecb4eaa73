"""What comes in is checked, complete and staged; what is refused leaves nothing."""

import hashlib

import pytest
from django.core.files.storage import default_storage

from prongsai.foundations.files import actions
from prongsai.foundations.files.errors import (
    EmptyUpload,
    NameDisagrees,
    UploadTooLarge,
    WrongKind,
)
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.files.rules import FileRules
from tests.cast import NOW, make_user
from tests.prongsai.foundations.files.samples import (
    PDF,
    everything,
    picture,
    upload,
)

pytestmark = pytest.mark.django_db
RULES = FileRules(types=("image", "pdf"), max_bytes=100_000)


def test_receive_keeps_the_bytes_and_stages_the_row():
    alice = make_user()
    content = picture()

    file = actions.receive(upload(content=content), rules=RULES, by=alice, at=NOW)

    assert (file.name, file.content_type, file.size) == (
        "ภาพถ่าย.jpg",
        "image/jpeg",
        len(content),
    )
    assert file.sha256 == hashlib.sha256(content).hexdigest()
    assert file.claimed_at is None
    with default_storage.open(file.key) as kept:
        assert kept.read() == content


def test_receive_keeps_files_under_keys_that_say_nothing():
    alice = make_user()

    one, two = (
        actions.receive(upload(), rules=RULES, by=alice, at=NOW) for _ in range(2)
    )

    assert one.key != two.key
    assert "ภาพถ่าย" not in one.key
    assert len(one.key.rsplit("/", 1)[-1]) >= 32


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("a.jpg", b"", EmptyUpload),
        ("a.pdf", PDF + b"x" * 100_000, UploadTooLarge),
        ("a.exe", b"MZ\x90\x00" + b"\x00" * 100, WrongKind),
        ("a.jpg", b"MZ\x90\x00" + b"\x00" * 100, WrongKind),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", WrongKind),
        ("a.pdf", picture(), NameDisagrees),
        ("a.jpg.exe", picture(), NameDisagrees),
        ("a", picture(), NameDisagrees),
        ("a.png", PDF, NameDisagrees),
    ],
)
def test_receive_refuses_what_lies_and_keeps_nothing(name, content, error):
    alice = make_user()
    before = everything()

    with pytest.raises(error):
        actions.receive(upload(name, content), rules=RULES, by=alice, at=NOW)

    assert not StoredFile.objects.exists()
    assert everything() == before
