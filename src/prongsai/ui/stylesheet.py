"""The one stylesheet of a page: all parts in order, and the office's colours."""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.templatetags.static import static

from prongsai.ui.colours import DEFAULT, palette

PARTS = (
    "tokens",
    "ground",
    "frame",
    "site",
    "staff",
    "buttons",
    "panels",
    "status",
    "asking",
    "lists",
    "prose",
    "beside",
    "people",
    "small",
    "print",
)
"""The files of ``styles/`` in the order they count."""

_FOLDER = Path(__file__).parent / "styles"


@cache
def common_rules() -> str:
    """Return the rules every office shares, with the addresses of the fonts."""
    text = "\n".join(
        (_FOLDER / f"{part}.css").read_text(encoding="utf-8") for part in PARTS
    )
    # Comments and indents are for whoever writes the rules.
    text = re.sub(r"/\*.*?\*/|^\s+|\n(?=\s)", "", text, flags=re.DOTALL | re.MULTILINE)
    for style in ("Regular", "Bold"):
        name = f"fonts/Sarabun-{style}.woff2"
        text = text.replace(name, static(f"ui/{name}"))
    return text


@cache
def digest() -> str:
    """Return what tells one edition of the stylesheet from another."""
    recipe = repr(palette(DEFAULT))
    return sha256((common_rules() + recipe).encode()).hexdigest()[:12]


@cache
def theme(colour: str) -> str:
    """Return the rules that carry an office's colour."""
    made = palette(colour)
    return (
        ":root{"
        f"--office:{made.office};--on-office:{made.on_office};"
        f"--office-ink:{made.ink};--office-deep:{made.deep};--office-tint:{made.tint}"
        "}\n"
    )
