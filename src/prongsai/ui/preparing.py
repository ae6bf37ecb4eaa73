"""What is made at set-up and never kept in the repository: web fonts and translations."""

import os
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
FONTS = Path(__file__).parent / "static" / "ui" / "fonts"
WEIGHTS = ("Regular", "Bold")

_STAMP = "made-from.txt"


def make_fonts(folder: Path = FONTS) -> bool:
    """Make the fonts of the pages from Sarabun as its makers drew it.

    Return whether anything had to be made. What is there and was made from the same
    source stays.
    """
    recipe = _recipe()
    stamp = folder / _STAMP
    whole = all((folder / _name(weight)).exists() for weight in WEIGHTS)
    if whole and stamp.exists() and stamp.read_text(encoding="utf-8") == recipe:
        return False
    # Loaded only when there is work: they are slow to load.
    import fontpkg_sarabun  # noqa: PLC0415

    from prongsai.ita.documents.rendering.web_font import subset  # noqa: PLC0415

    source = Path(fontpkg_sarabun.__file__).parent
    folder.mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        font = (source / "files" / f"Sarabun-{weight}.ttf").read_bytes()
        write_whole(folder / _name(weight), subset(font))
    write_whole(folder / "OFL.txt", (source / "LICENSE").read_bytes())
    write_whole(stamp, recipe.encode())
    return True


def compile_translations(root: Path = PACKAGE) -> list[Path]:
    """Compile every catalogue that is newer than its compiled form; return those."""
    return [po for po in catalogues(root) if _compile(po)]


def catalogues(root: Path = PACKAGE) -> Iterator[Path]:
    """Every translation of the package."""
    yield from sorted(root.rglob("locale/*/LC_MESSAGES/django.po"))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _compile(po: Path) -> bool:
    import polib  # noqa: PLC0415  # needed at set-up only

    compiled = polib.pofile(str(po)).to_binary()
    mo = po.with_suffix(".mo")
    if mo.exists() and mo.read_bytes() == compiled:
        return False
    write_whole(mo, compiled)
    return True


def _recipe() -> str:
    made_by = PACKAGE / "ita" / "documents" / "rendering" / "web_font.py"
    digest = sha256(made_by.read_bytes()).hexdigest()
    libraries = ("fontpkg-sarabun", "fonttools", "brotli")
    lines = [f"{name} {version(name)}" for name in libraries]
    return "\n".join([*lines, f"recipe {digest}", ""])


def _name(weight: str) -> str:
    return f"Sarabun-{weight}.woff2"
