"""The command says which files have lost their bytes."""

import io

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command

from prongsai.foundations.files import queries
from tests.cast import make_office, make_user
from tests.prongsai.foundations.files.casting import make_kept

pytestmark = pytest.mark.django_db


def check() -> tuple[int, str]:
    """Run the command; return its number and what it said."""
    out = io.StringIO()
    try:
        call_command("check_files", "--lang", "en", stdout=out)
    except SystemExit as end:
        return int(str(end.code)), out.getvalue()
    return 0, out.getvalue()


def test_nothing_is_missing():
    make_kept()

    number, said = check()

    assert number == 0
    assert "every file has its content" in said


def test_a_file_without_bytes_is_told_with_its_number():
    office = make_office()
    kept = make_kept(by=make_user(office=office))
    default_storage.delete(kept.key)

    number, said = check()

    assert number == 1
    assert f"gone: {kept.pk}." in said
    assert list(queries.missing()) == [kept]
