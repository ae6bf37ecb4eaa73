from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from prongsai.ita.documents.rendering.fonts import (
    ENLARGED,
    FAMILY,
    STYLES,
    covered,
    font_folder,
    licence_text,
)


@pytest.fixture(autouse=True)
def _forget_folders():
    yield
    font_folder.cache_clear()


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.mark.slow
def test_four_fonts_are_made_with_their_licence(tmp_path):
    folder = font_folder(tmp_path)

    names = {file.name for file in folder.iterdir()}
    assert {f"SarabunProngsai-{style}.ttf" for style in STYLES} < names
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text(encoding="utf-8")
    assert licence_text() == (folder / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_same_fonts_come_out_every_time(tmp_path):
    first, second = font_folder(tmp_path / "a"), font_folder(tmp_path / "b")

    assert first.name == second.name
    assert contents(first) == contents(second)


@pytest.mark.slow
def test_fonts_are_made_once_and_nothing_else_stays_behind(tmp_path):
    folder = font_folder(tmp_path)
    made = (folder / "SarabunProngsai-Bold.ttf").stat().st_mtime_ns
    font_folder.cache_clear()

    assert font_folder(tmp_path) == folder
    assert (folder / "SarabunProngsai-Bold.ttf").stat().st_mtime_ns == made
    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.slow
@pytest.mark.parametrize("spoil", ["cut", "lost", "unsealed"])
def test_a_damaged_folder_is_made_again(tmp_path, spoil):
    folder = font_folder(tmp_path)
    whole = contents(folder)
    font = folder / "SarabunProngsai-Bold.ttf"
    if spoil == "cut":
        font.write_bytes(font.read_bytes()[:1000])
    else:
        (font if spoil == "lost" else folder / "SHA256SUMS").unlink()
    font_folder.cache_clear()

    assert contents(font_folder(tmp_path)) == whole
    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.slow
def test_the_users_cache_is_used_without_being_told(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")

    assert font_folder().parent == tmp_path / "prongsai"


@pytest.mark.slow
def test_without_a_cache_a_temporary_folder_serves(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    folder = font_folder()

    assert folder.is_dir()
    assert folder.parent.parent == tmp_path


def test_a_cache_that_was_asked_for_must_work(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")

    with pytest.raises(FileExistsError):
        font_folder(blocked)


@pytest.mark.slow
def test_every_font_draws_thai_digits_and_latin(tmp_path):
    assert set(map(ord, "กฮะาำเ็่้๊๋์ฯๆ๐๙AZaz09()/-–“”")) <= covered()
    assert ord("中") not in covered()
    font = TTFont(font_folder(tmp_path) / "SarabunProngsai-Regular.ttf")
    assert font["name"].getDebugName(1) == FAMILY
    assert font["head"].unitsPerEm == 1000 * ENLARGED
