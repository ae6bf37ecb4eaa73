"""Pictures: decoded for real, with a limit on what they unpack to; and clean copies."""

import io
import struct
import zlib
from typing import IO

from django.core.files.base import ContentFile, File
from PIL import Image, ImageOps

from prongsai.foundations.files.errors import DamagedUpload, TooManyPixels

MAX_PIXELS = 50_000_000
"""Four bytes each while open: a telephone takes 12 to 50 million."""

_BROKEN = (
    OSError,  # also Pillow's own UnidentifiedImageError
    EOFError,
    SyntaxError,
    ValueError,
    LookupError,
    TypeError,
    OverflowError,
    struct.error,
    zlib.error,
)
"""What Pillow's decoders raise for damaged bytes."""

_READERS = {"jpeg": ["JPEG", "MPO"], "png": ["PNG"], "webp": ["WEBP"]}
_WRITERS = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}


def check(upload: File[bytes], *, name: str, code: str) -> None:
    """Open every pixel; raise ``TooManyPixels`` or ``DamagedUpload``."""
    try:
        with Image.open(_raw(upload), formats=_READERS[code]) as picture:
            _check_size(picture, name)
            picture.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many(name, 2 * MAX_PIXELS) from error
    except _BROKEN as error:
        raise DamagedUpload(name=name, kind=_WRITERS[code]) from error


def redrawn(source: IO[bytes], *, code: str, longest: int) -> ContentFile[bytes]:
    """Return the picture drawn anew, at most ``longest`` wide and high.

    Turned as the camera held it; nothing but pixels is copied, so no place, no time
    and no name of a camera remains.
    """
    with Image.open(source, formats=_READERS[code]) as picture:
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail((longest, longest), Image.Resampling.LANCZOS)
        plain = upright.convert("RGB" if code == "jpeg" else "RGBA")
        bare = Image.new(plain.mode, plain.size)
        bare.paste(plain)
    out = io.BytesIO()
    bare.save(out, format=_WRITERS[code], quality=85)
    return ContentFile(out.getvalue())


def _check_size(picture: Image.Image, name: str) -> None:
    pixels = picture.width * picture.height
    if pixels > MAX_PIXELS:
        raise _too_many(name, pixels)


def _too_many(name: str, pixels: int) -> TooManyPixels:
    return TooManyPixels(
        name=name, megapixels=pixels // 1_000_000, limit=MAX_PIXELS // 1_000_000
    )


def _raw(upload: File[bytes]) -> IO[bytes]:
    """Return the open file under Django's wrapper; Pillow needs a real one."""
    raw = upload.file
    if raw is None:
        raise ValueError(upload.name)
    return raw
