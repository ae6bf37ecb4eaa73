"""Private files in a bucket; needs the optional part ``s3`` of the installation."""

from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import File
from storages.backends.s3 import S3Storage

from prongsai.foundations.files.errors import StoreUnreachable


class PrivateBucket(S3Storage):  # type: ignore[misc]  # the library has no types
    """Says in words, and soon, when the store does not answer."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  # the library's
        style = "path" if options.get("endpoint_url") else "auto"
        options["client_config"] = Config(
            s3={"addressing_style": style},
            signature_version="s3v4",
            connect_timeout=5,
            read_timeout=60,
            retries={"max_attempts": 2},
        )
        super().__init__(**options)

    def exists(self, name: str) -> bool:
        """Say whether an object is there."""
        try:
            return bool(super().exists(name))
        except (BotoCoreError, ClientError) as error:
            raise StoreUnreachable from error

    def _save(self, name: str, content: File[Any]) -> str:
        """Keep ``content``; an object store shows an object whole or not at all."""
        try:
            return str(super()._save(name, content))
        except (BotoCoreError, ClientError) as error:
            raise StoreUnreachable from error

    def _open(self, name: str, mode: str = "rb") -> File[Any]:
        """Open an object; a missing one is a ``FileNotFoundError`` as on a disk."""
        try:
            found: File[Any] = super()._open(name, mode)
        except (BotoCoreError, ClientError) as error:
            raise StoreUnreachable from error
        return found
