"""Where the bytes are kept: a private folder, or a bucket of an object store."""

from collections.abc import Callable
from pathlib import Path

Setting = dict[str, object]


def choose(folder: Path, text: Callable[[str], str]) -> Setting:
    """Return Django's setting for private files; ``text`` reads the environment.

    A bucket is used when ``PRONGSAI_S3_BUCKET`` is set; ``PRONGSAI_S3_ENDPOINT``,
    ``…_KEY``, ``…_SECRET`` and ``…_REGION`` say where and as whom. Without a key the
    machine's own role is used.
    """
    bucket = text("PRONGSAI_S3_BUCKET")
    return on_disk(folder) if not bucket else in_bucket(bucket, text)


def on_disk(folder: Path) -> Setting:
    """Keep files in a folder that only this program's user can read."""
    return {
        "BACKEND": "prongsai.foundations.files.disk.PrivateDisk",
        "OPTIONS": {
            "location": folder,
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    }


def in_bucket(bucket: str, text: Callable[[str], str]) -> Setting:
    """Keep files in a bucket, private, each under its own key."""
    return {
        "BACKEND": "prongsai.foundations.files.bucket.PrivateBucket",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": text("PRONGSAI_S3_ENDPOINT") or None,
            "access_key": text("PRONGSAI_S3_KEY") or None,
            "secret_key": text("PRONGSAI_S3_SECRET") or None,
            "region_name": text("PRONGSAI_S3_REGION") or None,
            "default_acl": None,
            "querystring_auth": True,
            "file_overwrite": True,  # keys are never given twice; asking costs a journey
        },
    }
