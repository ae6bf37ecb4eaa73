"""The files that are published with an article: its photos anew, and what is printed."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import IO

from django.core.files.base import ContentFile
from PIL import Image

from prongsai.foundations.files.actions.copying import PUBLIC
from prongsai.foundations.files.actions.opening import bytes_of
from prongsai.foundations.files.contents import pictures
from prongsai.foundations.publications.attaching import Attached
from prongsai.foundations.publications.contents import Json
from prongsai.registers.news.models import Article, Photo

NOTICE = "notice.pdf"

_TYPES = {"jpeg": (".jpg", "image/jpeg"), "png": (".png", "image/png")}
_notices: list[Callable[[Article], bytes]] = []


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A photo as it is published: the file, and what the page says of it."""

    file: Attached
    said: dict[str, Json]


def print_with(notice: Callable[[Article], bytes]) -> None:
    """Publish a printable notice with every article; call it in ``AppConfig.ready``."""
    if notice not in _notices:
        _notices.append(notice)


def notices_of(article: Article) -> list[Attached]:
    """Return the printable notice of an article, if there is something that draws one."""
    return [
        Attached(name=NOTICE, content_type="application/pdf", content=content)
        for notice in _notices[:1]
        if (content := notice(article))
    ]


def shown(photos: Sequence[Photo]) -> list[Shown]:
    """Return the photos drawn anew: smaller, without place, time and camera."""
    return [_shown(photo, number) for number, photo in enumerate(photos, 1)]


def _shown(photo: Photo, number: int) -> Shown:
    code = photo.file.format
    with bytes_of(photo.file) as source:
        drawn = pictures.redrawn(source, code=code, longest=PUBLIC)
    if code not in _TYPES:
        code, drawn = "jpeg", _as_jpeg(drawn)
    content = drawn.read()
    drawn.seek(0)
    with Image.open(drawn) as picture:
        width, height = picture.size
    ending, content_type = _TYPES[code]
    name = f"photo-{number}{ending}"
    return Shown(
        file=Attached(name=name, content_type=content_type, content=content),
        said={
            "picture": name,
            "alt": {"th": photo.alt_th, "en": photo.alt_en or photo.alt_th},
            "width": width,
            "height": height,
        },
    )


def _as_jpeg(drawn: IO[bytes]) -> ContentFile[bytes]:
    """Return a picture in a format that every publication knows."""
    with Image.open(drawn) as picture:
        white = Image.new("RGB", picture.size, "white")
        mask = picture if picture.mode == "RGBA" else None
        white.paste(picture, mask=mask)
    out = io.BytesIO()
    white.save(out, format="JPEG", quality=85)
    return ContentFile(out.getvalue())
