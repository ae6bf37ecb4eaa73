"""What is made at set-up: whole or not at all, and only when it is not there."""

from io import BytesIO
from pathlib import Path

import polib
import pytest
from fontTools.ttLib import TTFont

from prongsai.ui import preparing

PO = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Loan"
msgstr "การยืม"
"""


def make_catalogue(root: Path, text: str = PO) -> Path:
    po = root / "app/locale/th/LC_MESSAGES/django.po"
    po.parent.mkdir(parents=True, exist_ok=True)
    po.write_text(text, encoding="utf-8")
    return po


def test_catalogues_are_compiled_once(tmp_path):
    po = make_catalogue(tmp_path)

    first = preparing.compile_translations(tmp_path)
    second = preparing.compile_translations(tmp_path)

    assert (first, second) == ([po], [])
    assert polib.mofile(str(po.with_suffix(".mo")))[0].msgstr == "การยืม"


def test_a_changed_catalogue_is_compiled_again(tmp_path):
    make_catalogue(tmp_path)
    preparing.compile_translations(tmp_path)
    po = make_catalogue(tmp_path, PO.replace("การยืม", "ยืม"))

    assert preparing.compile_translations(tmp_path) == [po]


def test_a_damaged_compilation_is_made_again(tmp_path):
    po = make_catalogue(tmp_path)
    po.with_suffix(".mo").write_bytes(b"half")

    assert preparing.compile_translations(tmp_path) == [po]


def test_a_write_that_fails_leaves_what_was_there(tmp_path):
    kept = tmp_path / "kept"
    kept.mkdir()

    with pytest.raises(OSError, match=r"kept"):
        preparing.write_whole(kept, b"new")  # a folder cannot be replaced by a file

    assert kept.is_dir()
    assert list(tmp_path.iterdir()) == [kept]


@pytest.mark.slow
def test_fonts_are_small_whole_and_made_once(tmp_path):
    made = preparing.make_fonts(tmp_path / "fonts")
    again = preparing.make_fonts(tmp_path / "fonts")

    files = {path.name: path for path in (tmp_path / "fonts").iterdir()}
    assert (made, again) == (True, False)
    assert set(files) == {
        "Sarabun-Regular.woff2", "Sarabun-Bold.woff2", "OFL.txt", "made-from.txt",
    }  # fmt: skip
    for weight in preparing.WEIGHTS:
        content = files[f"Sarabun-{weight}.woff2"].read_bytes()
        font = TTFont(BytesIO(content))
        assert len(content) < 25_000
        assert {ord("ก"), ord("ํ"), ord("A"), ord("–"), ord("฿")} <= set(
            font.getBestCmap()
        )
        assert font["head"].unitsPerEm == 1000


@pytest.mark.slow
def test_a_font_that_is_missing_is_made_again(tmp_path):
    preparing.make_fonts(tmp_path)
    (tmp_path / "Sarabun-Bold.woff2").unlink()

    assert preparing.make_fonts(tmp_path)
    assert (tmp_path / "Sarabun-Bold.woff2").exists()


def test_every_catalogue_of_the_package_is_found():
    found = {path.parts[-5] for path in preparing.catalogues()}

    assert {"ui", "sites"} <= found
