"""The register that owns a row decides who opens its files."""

import pytest

from prongsai.foundations.files import readers
from tests.cast import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def owned():
    """A kind of row whose files everybody may open but those of row 7."""
    readers.register("test.row", lambda _user, pk: pk != 7)
    yield "test.row"
    readers._READERS.pop("test.row")


def test_the_register_is_asked(owned):
    alice = make_user()

    assert readers.may_read(alice, owner_kind=owned, owner_pk=1)
    assert not readers.may_read(alice, owner_kind=owned, owner_pk=7)


def test_nobody_opens_what_nobody_registered():
    assert not readers.may_read(make_user(), owner_kind="test.other", owner_pk=1)
