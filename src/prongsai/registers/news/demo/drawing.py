"""Simple pictures drawn for the invented news: houses, trees, people, water."""

import io
from random import Random

from PIL import Image, ImageDraw

SIZE = (960, 640)
_SKY, _GRASS, _WATER = "#cfe6f2", "#a9c98a", "#7fb0c9"
_WALLS = ("#f3e3c3", "#e8d0b0", "#f6efe2")
_SHIRTS = ("#0b5563", "#b45309", "#5a544c", "#1b6b3a", "#a3262a")
_HORIZON = 400


def picture(scene: str, *, random: Random) -> bytes:
    """Return a drawn scene as PNG: ``village``, ``school``, ``office`` or ``flood``."""
    image = Image.new("RGB", SIZE, _SKY)
    draw = ImageDraw.Draw(image)
    draw.ellipse((780, 60, 880, 160), fill="#ffd97a")
    draw.rectangle((0, _HORIZON, *SIZE), fill=_GRASS)
    for left in (40, 820):
        _tree(draw, left + random.randint(-20, 20))
    if scene in {"school", "office"}:
        _hall(draw, has_flag=scene == "school")
    else:
        for left in (170, 400, 620):
            _house(draw, left, wall=random.choice(_WALLS))
    if scene == "flood":
        _flood(draw)
    else:
        _people(draw, random=random)
    out = io.BytesIO()
    image.save(out, format="PNG", optimize=True)
    return out.getvalue()


def _tree(draw: ImageDraw.ImageDraw, left: int) -> None:
    draw.rectangle((left + 40, 300, left + 56, 430), fill="#7a5c3e")
    draw.ellipse((left, 190, left + 96, 330), fill="#4f7f45")


def _house(draw: ImageDraw.ImageDraw, left: int, *, wall: str) -> None:
    draw.rectangle((left, 290, left + 150, 430), fill=wall, outline="#5a544c", width=3)
    draw.polygon(
        [(left - 20, 290), (left + 75, 220), (left + 170, 290)], fill="#a3502e"
    )
    draw.rectangle((left + 55, 350, left + 95, 430), fill="#7a5c3e")


def _hall(draw: ImageDraw.ImageDraw, *, has_flag: bool) -> None:
    draw.rectangle((190, 240, 770, 440), fill=_WALLS[0], outline="#5a544c", width=3)
    draw.polygon([(160, 240), (480, 140), (800, 240)], fill="#0b5563")
    for left in range(230, 720, 90):
        draw.rectangle((left, 290, left + 50, 360), fill="#cfe6f2", outline="#5a544c")
    if has_flag:
        draw.line((860, 180, 860, 440), fill="#5a544c", width=5)
        for n, colour in enumerate(("#a3262a", "#fff", "#1d4f91", "#fff", "#a3262a")):
            draw.rectangle((862, 182 + 10 * n, 930, 192 + 10 * n), fill=colour)


def _flood(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((0, 410, *SIZE), fill=_WATER)
    for top in range(440, SIZE[1], 40):
        for left in range(0, SIZE[0], 120):
            draw.arc((left, top, left + 80, top + 24), 20, 160, fill="#fff", width=4)


def _people(draw: ImageDraw.ImageDraw, *, random: Random) -> None:
    for number in range(7):
        left = 110 + 110 * number + random.randint(-12, 12)
        tall = random.randint(110, 150)
        top = 590 - tall
        draw.ellipse((left, top, left + 40, top + 40), fill="#d9a679")
        shirt = _SHIRTS[number % len(_SHIRTS)]
        draw.rounded_rectangle((left - 10, top + 42, left + 50, 600), 16, fill=shirt)
