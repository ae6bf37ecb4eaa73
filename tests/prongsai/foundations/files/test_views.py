"""Downloads: for those who may, under a harmless name, with no rights in the browser."""

from urllib.parse import quote

import pytest
from django.core.files.storage import default_storage

from prongsai.foundations.audit.models import Event
from prongsai.foundations.files import actions, readers
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.files.uploading import Uploader
from tests.cast import NOW, client_of, make_division, make_office, make_user
from tests.prongsai.foundations.files.casting import make_kept, make_staged
from tests.prongsai.foundations.files.samples import PDF, picture

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(autouse=True)
def reading_ones_own(monkeypatch):
    """Files in these tests hang on people; a person may read their own."""
    monkeypatch.setitem(
        readers._READERS, "accounts.user", lambda user, pk: user.pk == pk
    )


def fetch(client, url, **headers):
    """Read an answer to its end, as a browser does; that closes it."""
    response = client.get(url, headers=headers)
    if response.streaming:
        response.body = b"".join(response.streaming_content)
    return response


def test_download_gives_a_reader_the_bytes():
    kept = make_kept(name="คำขอ.pdf", content=PDF)

    response = fetch(client_of(kept.uploaded_by), kept.get_absolute_url())

    assert response.status_code == 200
    assert response.body == PDF
    assert response["Content-Type"] == "application/pdf"
    assert quote("คำขอ.pdf") in response["Content-Disposition"]
    assert response["Content-Disposition"].startswith("attachment")


def test_download_gives_the_bytes_no_rights():
    kept = make_kept()

    response = fetch(client_of(kept.uploaded_by), kept.get_absolute_url())

    assert response["Content-Disposition"].startswith("inline")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "script-src" not in response["Content-Security-Policy"]
    assert "private" in response["Cache-Control"]


def test_download_sends_text_as_bytes_to_save():
    kept = make_kept(name="a.csv", content=b"<script>alert(1)</script>")

    response = fetch(client_of(kept.uploaded_by), kept.get_absolute_url())

    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")


def test_download_is_404_for_everybody_else():
    kept = make_kept()
    colleague, stranger = make_user(), make_user(office=make_office())
    url = kept.get_absolute_url()

    answers = [fetch(client_of(who), url).status_code for who in (colleague, stranger)]

    assert answers == [404, 404]
    assert fetch(client_of(None), url).status_code == 404


def test_download_is_404_when_nobody_registered_the_kind_of_row():
    alice = make_user()
    kept = make_kept(by=alice, owner=make_division())

    response = fetch(client_of(alice), kept.get_absolute_url())

    assert response.status_code == 404


def test_download_is_404_under_another_name():
    kept = make_kept()
    url = f"/files/{kept.pk}/invoice.exe/"

    assert fetch(client_of(kept.uploaded_by), url).status_code == 404


def test_who_sent_a_file_may_look_at_it_before_it_is_claimed():
    alice, bob = make_user(), make_user()
    staged = make_staged(by=alice)

    assert fetch(client_of(alice), staged.get_absolute_url()).status_code == 200
    assert fetch(client_of(bob), staged.get_absolute_url()).status_code == 404


def test_download_answers_304_to_who_has_the_bytes():
    kept = make_kept()
    client = client_of(kept.uploaded_by)
    tag = fetch(client, kept.get_absolute_url())["ETag"]

    again = fetch(client, kept.get_absolute_url(), **{"if-none-match": tag})

    assert tag == f'"{kept.sha256}"'
    assert again.status_code == 304


def test_a_304_is_for_readers_only():
    kept = make_kept()

    response = fetch(
        client_of(make_user()),
        kept.get_absolute_url(),
        **{"if-none-match": f'"{kept.sha256}"'},
    )

    assert response.status_code == 404


def test_reading_personal_data_is_written_down_every_time():
    kept = make_kept(personal=True)
    client = client_of(kept.uploaded_by)

    first = fetch(client, kept.get_absolute_url())
    fetch(client, kept.get_absolute_url(), **{"if-none-match": f'"{kept.sha256}"'})

    assert Event.objects.filter(verb="audit.read").count() == 2
    assert "ETag" not in first
    assert "no-store" in first["Cache-Control"]


def test_reading_other_files_is_not_written_down():
    kept = make_kept()

    fetch(client_of(kept.uploaded_by), kept.get_absolute_url())

    assert not Event.objects.filter(verb="audit.read").exists()


def test_bytes_that_are_gone_are_told_in_words():
    kept = make_kept()
    default_storage.delete(kept.key)

    response = fetch(client_of(kept.uploaded_by), kept.get_absolute_url())

    assert response.status_code == 409
    assert kept.name in response.content.decode()


def test_only_reading_is_allowed():
    kept = make_kept()

    assert client_of(kept.uploaded_by).post(kept.get_absolute_url()).status_code == 405


def test_everyone_opens_a_public_copy():
    kept = make_kept(content=picture(exif=True))
    copy = actions.public_copy(kept, by=kept.uploaded_by, at=NOW)

    response = fetch(client_of(None), copy.get_absolute_url())

    assert response.status_code == 200
    assert copy.get_absolute_url().startswith(f"/media/{copy.sha256[:16]}/")
    assert response["Cache-Control"].startswith("public")


def test_what_is_not_public_has_no_public_address():
    kept = make_kept()
    url = f"/media/{kept.sha256[:16]}/{quote(kept.name)}/"

    assert fetch(client_of(None), url).status_code == 404


def test_a_hidden_copy_is_404():
    kept = make_kept()
    copy = actions.public_copy(kept, by=kept.uploaded_by, at=NOW)
    actions.hide(copy, by=kept.uploaded_by, at=NOW)

    assert fetch(client_of(None), copy.get_absolute_url()).status_code == 404


def test_a_short_prefix_finds_nothing():
    kept = make_kept()
    copy = actions.public_copy(kept, by=kept.uploaded_by, at=NOW)
    url = f"/media/{copy.sha256[:4]}/{quote(copy.name)}/"

    assert fetch(client_of(None), url).status_code == 404


def test_a_public_copy_belongs_to_its_offices_address():
    kept = make_kept()
    copy = actions.public_copy(kept, by=kept.uploaded_by, at=NOW)

    response = fetch(client_of(None, office=make_office()), copy.get_absolute_url())

    assert response.status_code == 404


def test_a_citizen_sees_the_file_of_the_own_browser_only():
    make_office()
    client = client_of(None)
    session = client.session
    session["files"] = "browser-1"
    session.save()
    holder = Uploader(by=None, at=NOW, token="browser-1").holder
    staged = make_staged(by=None, holder=holder)

    assert fetch(client, staged.get_absolute_url()).status_code == 200
    assert fetch(client_of(None), staged.get_absolute_url()).status_code == 404
    assert StoredFile.objects.get().holder == holder
