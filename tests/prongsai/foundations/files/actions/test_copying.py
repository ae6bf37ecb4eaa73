"""What the public gets is drawn anew: no place, no camera, no more than needed."""

import io

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from prongsai.foundations.audit.models import Event
from prongsai.foundations.files import actions
from prongsai.foundations.files.actions.copying import keeps_metadata
from prongsai.foundations.files.errors import NotPublishable
from tests.cast import NOW, make_user
from tests.prongsai.foundations.files.casting import make_kept, make_staged
from tests.prongsai.foundations.files.samples import CAMERA, PDF, picture

pytestmark = pytest.mark.django_db


def bytes_of(file) -> bytes:
    with default_storage.open(file.key) as kept:
        return bytes(kept.read())


@pytest.mark.parametrize("code", ["jpeg", "png", "webp"])
def test_public_copy_shows_neither_place_nor_camera(code):
    content = picture(code=code, exif=True, size=(2000, 1000))
    original = make_kept(name=f"a.{code}", content=content)

    copy = actions.public_copy(original, by=original.uploaded_by, at=NOW)

    public = bytes_of(copy)
    assert CAMERA.encode() in content
    assert CAMERA.encode() not in public
    with Image.open(io.BytesIO(public)) as image:
        assert not image.getexif()
        assert not image.getexif().get_ifd(0x8825)
        assert image.size == (800, 1600)  # upright, and smaller


def test_a_small_picture_carries_nothing_either():
    original = make_kept(name="a.jpg", content=picture(exif=True, size=(900, 600)))

    small = original.copies.get()

    assert CAMERA.encode() not in bytes_of(small)
    with Image.open(io.BytesIO(bytes_of(small))) as image:
        assert max(image.size) == 320


def test_public_copy_leaves_the_original_as_it_was():
    content = picture(exif=True)
    original = make_kept(content=content)

    actions.public_copy(original, by=original.uploaded_by, at=NOW)

    assert bytes_of(original) == content


def test_public_copy_takes_other_formats_as_they_are_and_says_so():
    original = make_kept(name="ประกาศ.pdf", content=PDF)

    copy = actions.public_copy(original, by=original.uploaded_by, at=NOW)

    assert bytes_of(copy) == PDF
    assert keeps_metadata(original)


def test_public_copy_asked_twice_is_the_same_copy():
    original = make_kept()

    one = actions.public_copy(original, by=original.uploaded_by, at=NOW)
    two = actions.public_copy(original, by=original.uploaded_by, at=NOW)

    assert one == two
    assert Event.objects.filter(verb="files.published").count() == 1


def test_public_copy_refuses_a_file_that_is_not_kept():
    staged = make_staged(by=make_user())

    with pytest.raises(NotPublishable):
        actions.public_copy(staged, by=staged.uploaded_by, at=NOW)


def test_hide_and_publish_again_keep_one_copy():
    original = make_kept()
    copy = actions.public_copy(original, by=original.uploaded_by, at=NOW)

    actions.hide(copy, by=original.uploaded_by, at=NOW)
    hidden_url = type(original).objects.get(pk=original.pk).public_url
    again = actions.public_copy(original, by=original.uploaded_by, at=NOW)

    assert hidden_url == ""
    assert again.pk == copy.pk
    assert again.hidden_at is None
