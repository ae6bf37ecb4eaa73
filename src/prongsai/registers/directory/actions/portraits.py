"""The photo of an officeholder: kept with words, shown without what the camera wrote."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO

from django.db import transaction
from django.utils.timezone import localdate
from PIL import Image

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files import actions as files
from prongsai.foundations.files.actions.opening import bytes_of
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.publications.attaching import Attached
from prongsai.foundations.records.versions import advance
from prongsai.registers.directory import rules
from prongsai.registers.directory.actions import refusals
from prongsai.registers.directory.actions.asking import locked
from prongsai.registers.directory.models import Officeholder
from prongsai.registers.directory.queries.composing import photo_name

SLOT = "photo"


@transaction.atomic
def put(  # the words in two languages beside the photo
    holder: Officeholder,
    photo: StoredFile,
    *,
    alt_th: str,
    alt_en: str = "",
    by: User,
    at: datetime,
) -> Officeholder:
    """Hang a received photo on a person, in place of an earlier one."""
    holder = locked(holder, by=by, at=at)
    if not alt_th.strip():
        raise refusals.PhotoUndescribed
    [kept] = files.claim([photo], owner=holder, slot=SLOT, by=by, at=at)
    holder.photo = kept
    holder.photo_alt_th, holder.photo_alt_en = alt_th.strip(), alt_en.strip()
    _save(holder)
    audit.record("directory.photo-put", on=holder, by=by, at=at, file=kept.pk)
    return holder


@transaction.atomic
def take_away(holder: Officeholder, *, by: User, at: datetime) -> Officeholder:
    """Show a person without a photo from now on."""
    holder = locked(holder, by=by, at=at)
    if holder.photo is None:
        raise refusals.NoPhoto
    holder.photo, holder.photo_alt_th, holder.photo_alt_en = None, "", ""
    _save(holder)
    audit.record("directory.photo-taken-away", on=holder, by=by, at=at)
    return holder


def published(
    holders: Iterable[Officeholder], *, by: User, at: datetime
) -> Sequence[Attached]:
    """Return the photos as they are published: small, and nothing but the picture."""
    most = rules.value("portrait_pixels", on=localdate(at))
    return [
        _attached(photo_name(holder), holder.photo, most=most, by=by, at=at)
        for holder in holders
        if holder.photo is not None
    ]


def _attached(
    name: str, photo: StoredFile, *, most: int, by: User, at: datetime
) -> Attached:
    copy = files.public_copy(photo, by=by, at=at)
    is_png = name.endswith(".png")
    with bytes_of(copy) as source, Image.open(source) as picture:
        picture.thumbnail((most, most), Image.Resampling.LANCZOS)
        small = picture if is_png else picture.convert("RGB")
        out = BytesIO()
        small.save(out, format="PNG" if is_png else "JPEG", quality=85)
    content_type = "image/png" if is_png else "image/jpeg"
    return Attached(name=name, content_type=content_type, content=out.getvalue())


def _save(holder: Officeholder) -> None:
    advance(holder)
    holder.save(update_fields=["photo", "photo_alt_th", "photo_alt_en", "version"])
