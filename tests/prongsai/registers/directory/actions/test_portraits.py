"""Photos: with words, without what the camera wrote, never without somebody's right."""

import io

import pytest
from django.core.exceptions import PermissionDenied
from PIL import Image

from prongsai.registers.directory.actions import portraits, refusals
from tests.cast import NOW, make_user
from tests.chairs import make_keeper, make_person, put_photo

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_a_photo_is_published_small_and_without_what_the_camera_wrote():
    by = make_keeper()
    person = put_photo(by, make_person(by))

    [file] = portraits.published([person], by=by, at=NOW)

    with Image.open(io.BytesIO(file.content)) as picture:
        assert (picture.format, dict(picture.getexif())) == ("JPEG", {})
    assert file.name == f"portrait-{person.pk}-{person.photo.sha256[:8]}.jpg"


def test_a_photo_needs_words():
    by = make_keeper()

    with pytest.raises(refusals.PhotoUndescribed):
        put_photo(by, make_person(by), alt_th=" ")


def test_a_photo_is_taken_away_once():
    by = make_keeper()
    person = put_photo(by, make_person(by))

    bare = portraits.take_away(person, by=by, at=NOW)

    assert (bare.photo, bare.photo_alt_th) == (None, "")
    with pytest.raises(refusals.NoPhoto):
        portraits.take_away(person, by=by, at=NOW)


def test_others_hang_up_and_take_away_nothing():
    by, other = make_keeper(), make_user()
    person = put_photo(by, make_person(by))

    with pytest.raises(PermissionDenied):
        put_photo(other, person)
    with pytest.raises(PermissionDenied):
        portraits.take_away(person, by=other, at=NOW)
