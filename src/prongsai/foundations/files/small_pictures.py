"""Pictures made small for print: the seal on a poster, a letter, a card."""

from io import BytesIO

from PIL import Image

from prongsai.foundations.files.actions.opening import bytes_of
from prongsai.foundations.files.seals import shown_seals

_DOTS = 360


def seal_png() -> bytes:
    """Return the seal of the current office as a small PNG; nothing when it has none."""
    found = shown_seals().first()
    if found is None:
        return b""
    made = BytesIO()
    with bytes_of(found) as file, Image.open(file) as picture:
        small = picture.convert("RGBA")
        small.thumbnail((_DOTS, _DOTS))
        small.save(made, format="PNG")
    return made.getvalue()
