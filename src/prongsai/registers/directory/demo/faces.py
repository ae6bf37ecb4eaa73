"""Portraits of nobody: a silhouette in a colour, drawn here."""

import io

from PIL import Image, ImageDraw

SIZE = (480, 600)
SCALE = 2
"""Drawn twice as large and made smaller: round edges."""

_SKINS = ("#e8c9a8", "#d9b48f", "#c99e77")
_CLOTHES = ("#33566b", "#6b4a33", "#3f6b4a", "#5a3f6b", "#6b3345", "#2f4858")
_GROUNDS = ("#dfe8ec", "#efe6da", "#e2ece0", "#e9e2ee", "#f0e2e5", "#e4e8ee")
_HAIR = "#2b2622"


def portrait(number: int, *, long_hair: bool) -> bytes:
    """Return a JPEG of a head and shoulders; the same number gives the same one."""
    wide, tall = SIZE[0] * SCALE, SIZE[1] * SCALE
    image = Image.new("RGB", (wide, tall), _GROUNDS[number % len(_GROUNDS)])
    pen = ImageDraw.Draw(image)
    skin = _SKINS[number % len(_SKINS)]
    cloth = _CLOTHES[number % len(_CLOTHES)]
    middle = wide / 2

    def oval(
        colour: str, *, x: float = 0, y: float, across: float, down: float
    ) -> None:
        box = (middle + x - across, y - down, middle + x + across, y + down)
        pen.ellipse(box, fill=colour)

    if long_hair:
        oval(_HAIR, y=tall * 0.42, across=wide * 0.25, down=tall * 0.24)
    oval(cloth, y=tall * 1.02, across=wide * 0.42, down=tall * 0.32)
    pen.rectangle(
        (middle - wide * 0.08, tall * 0.5, middle + wide * 0.08, tall * 0.74), fill=skin
    )
    pen.polygon(
        [
            (middle - wide * 0.12, tall * 0.71),
            (middle + wide * 0.12, tall * 0.71),
            (middle, tall * 0.84),
        ],
        fill="#ffffff",
    )
    oval(_HAIR, y=tall * 0.33, across=wide * 0.205, down=tall * 0.17)
    oval(skin, y=tall * 0.40, across=wide * 0.18, down=tall * 0.18)
    for side in (-1, 1):
        x = side * wide * 0.07
        oval(_HAIR, x=x, y=tall * 0.39, across=wide * 0.014, down=tall * 0.011)
    box = (middle - wide * 0.06, tall * 0.43, middle + wide * 0.06, tall * 0.48)
    pen.arc(box, start=20, end=160, fill="#8a4b40", width=4 * SCALE)
    out = io.BytesIO()
    image.resize(SIZE, Image.Resampling.LANCZOS).save(out, format="JPEG", quality=85)
    return out.getvalue()
