"""The picture a shared link shows: title, office and kind, painted here and kept.

A picture is made once for what it shows and kept under the digest of that, in a folder
of the data that any process may read. It appears whole or not at all.
"""

import fcntl
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings

from prongsai.ita.documents.rendering.engine import pictured
from prongsai.ita.documents.rendering.fonts import FAMILY
from prongsai.ita.documents.rendering.printable import printable
from prongsai.ita.documents.rendering.typesetting import Piece, word_pieces
from prongsai.ui.colours import palette

WIDTH, HEIGHT = 1200, 630
MOST_KEPT = 2000
"""So many pictures are kept; the oldest go first."""

_PPI = 144  # the page is drawn at half its size in points
_SITE, _OFFICE, _KIND, _TITLE = 24, 16, 20, 14  # em a word may be wide, at most


def card_of(  # noqa: PLR0913  # what stands on it
    *,
    title: str,
    office: str,
    kind: str,
    colour: str,
    seal: bytes = b"",
    letters: str = "",
    site: str = "",
) -> bytes:
    """Return the picture as PNG, 1200 by 630; a long title is set smaller, never cut."""
    made = palette(colour)
    data = {
        "family": FAMILY,
        "title": _words(title, _TITLE),
        "office": _words(office, _OFFICE),
        "kind": _words(kind, _KIND),
        "site": _words(site, _SITE),
        "letters": printable(letters),
        "seal": list(seal) if seal else None,
        "colours": {"office": made.office, "ink": made.ink, "tint": made.tint},
    }
    name = sha256(_template() + json.dumps(data, sort_keys=True).encode()).hexdigest()
    return _kept(name, lambda: pictured(_template(), data, ppi=_PPI))


def _words(text: str, width: float) -> list[Piece]:
    return word_pieces(printable(text), width)


@cache
def _template() -> bytes:
    return files(__package__).joinpath("card.typ").read_bytes()


def _kept(name: str, make: Callable[[], bytes]) -> bytes:
    """Return a kept picture; where there is none, one process makes it, others wait."""
    path = _folder() / f"{name}.png"
    if path.exists():
        return path.read_bytes()
    with _turn(name):
        if path.exists():
            return path.read_bytes()
        content = make()
        _write(path, content)
    return content


def _folder() -> Path:
    folder = Path(settings.DATA) / "cards"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


@contextmanager
def _turn(name: str) -> Iterator[None]:
    """Wait until nobody else makes this one; a killed process gives its turn back."""
    with (_folder() / f"{name[:2]}.turn").open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _write(path: Path, content: bytes) -> None:
    with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
        part.write(content)
    Path(part.name).replace(path)
    _make_room(path.parent)


def _make_room(folder: Path) -> None:
    """Remove the oldest pictures above the number that is kept."""
    found = [path for path in folder.iterdir() if path.suffix in {".png", ".part"}]
    if len(found) > MOST_KEPT:
        found.sort(key=_age)
        for path in found[: len(found) - MOST_KEPT]:
            path.unlink(missing_ok=True)


def _age(path: Path) -> float:
    """Return when a picture was made; one that just went counts as the oldest."""
    return path.stat().st_mtime if path.exists() else 0
