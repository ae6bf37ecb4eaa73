"""The official size of Sarabun: four fonts made from the free one, kept in a cache.

"16 pt" in an official document means 16 pt of TH Sarabun, whose letters are two
thirds of the size of the Sarabun that may be shipped under the OFL. The derived
family ``Sarabun Prongsai`` carries the same drawings at the official size.
"""

import os
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from shutil import rmtree

import fontpkg_sarabun

FAMILY = "Sarabun Prongsai"
ENLARGED = 1.51
"""How many times a size of Sarabun must be enlarged to look the same in this family."""

STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
WEB_STYLES = ("Regular", "Bold")
"""The styles a page needs, at the size Sarabun is drawn in."""

_LICENCE = "OFL.txt"
_SEAL = "SHA256SUMS"
_RECIPES = ("official_size.py", "web_font.py")
_SOURCE = Path(fontpkg_sarabun.__file__).parent


def licence_text() -> str:
    """Return the SIL Open Font License, which goes wherever the fonts go."""
    return (_SOURCE / "LICENSE").read_text(encoding="utf-8")


@cache
def covered() -> frozenset[int]:
    """Return the code points the fonts can draw, in every style."""
    # Rarely asked: only for characters outside Thai and ASCII.
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    fonts = (TTFont(BytesIO(_source(style)), lazy=True) for style in STYLES)
    return frozenset.intersection(*(frozenset(font.getBestCmap()) for font in fonts))


@cache
def font_folder(cache_folder: Path | None = None) -> Path:
    """Return a folder with the four fonts and their licence, made on first use.

    The folder lies in ``cache_folder``, else in the user's cache, else in a
    temporary folder of this process. Its name carries a digest of what it was made
    from. It appears whole or not at all, and one that was damaged is made again.
    """
    try:
        return _kept_in(cache_folder or _user_cache())
    except (OSError, RuntimeError):  # nowhere to write, or no home at all
        if cache_folder:
            raise
        return _kept_in(Path(tempfile.mkdtemp(prefix="prongsai-")))


def web_font(style: str) -> bytes:
    """Return one of ``WEB_STYLES`` as WOFF2, to be put inside a page."""
    return (font_folder() / _web(style)).read_bytes()


def _web(style: str) -> str:
    return f"Sarabun-{style}.woff2"


def _user_cache() -> Path:
    if sys.platform == "win32":
        root = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local"
    elif sys.platform == "darwin":
        root = Path.home() / "Library/Caches"
    else:
        root = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(root) / "prongsai"


def _kept_in(folder: Path) -> Path:
    sources = {style: _source(style) for style in STYLES}
    recipes = (Path(__file__).parent / name for name in _RECIPES)
    recipe = b"".join(path.read_bytes() for path in recipes)
    digest = sha256(recipe + b"".join(sources.values())).hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / f"fonts-{digest}"
    if not _is_whole(kept):
        _make(kept, sources)
    return kept


def _source(style: str) -> bytes:
    return (_SOURCE / "files" / f"Sarabun-{style}.ttf").read_bytes()


def _make(kept: Path, sources: Mapping[str, bytes]) -> None:
    """Fill a folder beside ``kept``, then give it its name in one move."""
    # Only the first run ever pays for fontTools.
    from prongsai.ita.documents.rendering import official_size, web_font  # noqa: PLC0415

    files = {
        f"SarabunProngsai-{style}.ttf": official_size.derive(source, FAMILY)
        for style, source in sources.items()
    }
    files |= {_web(style): web_font.subset(sources[style]) for style in WEB_STYLES}
    files[_LICENCE] = licence_text().encode()
    files[_SEAL] = _seal(files)
    making = Path(tempfile.mkdtemp(prefix="making-", dir=kept.parent))
    try:
        for name, content in files.items():
            (making / name).write_bytes(content)
        if kept.exists():  # damaged: out of the way, also in one move
            kept.rename(making / "damaged")
        making.rename(kept)
        rmtree(kept / "damaged", ignore_errors=True)
    except OSError:
        if not _is_whole(kept):  # else another process was quicker
            raise
    finally:
        rmtree(making, ignore_errors=True)


def _is_whole(kept: Path) -> bool:
    try:
        seal = (kept / _SEAL).read_bytes()
        names = [line.split("  ", 1)[1] for line in seal.decode().splitlines()]
        return seal == _seal({name: (kept / name).read_bytes() for name in names})
    except (OSError, ValueError, IndexError):
        return False


def _seal(files: Mapping[str, bytes]) -> bytes:
    lines = (f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()
