"""How a request's files come in: into a temporary file of the data folder, within limits."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import TemporaryFileUploadHandler

from prongsai.foundations.files.actions.writing import FULL
from prongsai.foundations.files.errors import NoSpace
from prongsai.foundations.files.rules import MEGABYTE


class LimitedUploads(TemporaryFileUploadHandler):
    """Refuses too much before reading it; says in words when the disk is full."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401, ARG002
        """Look at what the browser announces."""
        _data, _meta, content_length = args[:3]
        if content_length > settings.PRONGSAI_UPLOAD_MB * MEGABYTE:
            raise RequestDataTooBig

    def new_file(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # Django's
        """Begin a temporary file; its folder is made when it is missing."""
        folder = Path(settings.FILE_UPLOAD_TEMP_DIR)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _full_disk_in_words():
            super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Write a piece."""
        with _full_disk_in_words():
            return super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> Any:  # noqa: ANN401  # Django's
        """Finish a temporary file."""
        with _full_disk_in_words():
            return super().file_complete(file_size)


class _full_disk_in_words:  # noqa: N801  # reads as a with-statement
    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: object, error: BaseException | None, trace: object
    ) -> None:
        if isinstance(error, OSError) and error.errno in FULL:
            raise NoSpace from error
