"""A request that is too much is refused before it is read, and in words."""

from pathlib import Path

import pytest
from django.conf import settings as live
from django.core.files.uploadedfile import SimpleUploadedFile

from prongsai.foundations.files.handlers import LimitedUploads
from tests.cast import client_of, make_office, make_user

pytestmark = pytest.mark.django_db
MEGABYTE = 1024 * 1024


def left_over() -> list[Path]:
    return list(Path(live.FILE_UPLOAD_TEMP_DIR).iterdir())


def test_a_request_beyond_the_limit_is_refused_in_words(settings):
    settings.PRONGSAI_UPLOAD_MB = 1
    client = client_of(make_user())

    response = client.post(
        "/staff/", {"files": SimpleUploadedFile("a.pdf", b"x" * MEGABYTE)}
    )

    assert response.status_code == 413
    assert "1 MB" in response.content.decode()
    assert left_over() == []


def test_a_form_without_files_has_a_smaller_limit(settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = MEGABYTE
    client = client_of(make_user())

    response = client.post("/staff/", {"text": "x" * MEGABYTE * 2})

    assert response.status_code == 413


def test_uploads_go_to_a_temporary_file_of_the_data_folder():
    handler = LimitedUploads()
    handler.new_file("f", "a.pdf", "application/pdf", 3)

    handler.receive_data_chunk(b"abc", 0)
    file = handler.file_complete(3)

    assert Path(file.temporary_file_path()).parent == Path(live.FILE_UPLOAD_TEMP_DIR)
    file.close()
    assert left_over() == []


def test_reading_a_page_asks_no_session():
    make_office()

    response = client_of(None).get("/media/0123456789abcdef/a.png/")

    assert response.status_code == 404
    assert "sessionid" not in response.cookies
