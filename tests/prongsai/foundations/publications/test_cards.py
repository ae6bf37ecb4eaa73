"""Pictures for shared links: made once, kept whole, never more than a number of them."""

import io
import os
import subprocess
import sys
from typing import Any

import pytest
from PIL import Image

from prongsai.foundations.publications import cards
from prongsai.foundations.publications.cards import card_of

pytestmark = pytest.mark.slow

PLAIN: dict[str, Any] = {
    "office": "อบต. ตัวอย่าง",
    "kind": "ข่าว",
    "colour": "#0b5563",
    "letters": "อบต.",
}


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA = tmp_path
    return tmp_path / "cards"


def test_a_picture_is_1200_by_630_and_kept(folder):
    first = card_of(title="ประกาศ", **PLAIN)
    (kept,) = folder.glob("*.png")

    assert Image.open(io.BytesIO(first)).size == (cards.WIDTH, cards.HEIGHT)
    assert kept.read_bytes() == first
    before = kept.stat().st_mtime_ns
    assert card_of(title="ประกาศ", **PLAIN) == first
    assert kept.stat().st_mtime_ns == before


def test_another_title_or_colour_is_another_picture(folder):
    card_of(title="ประกาศ", **PLAIN)
    card_of(title="ประกาศอื่น", **PLAIN)
    card_of(title="ประกาศ", **PLAIN | {"colour": "#7a2e8e"})

    assert len(list(folder.glob("*.png"))) == 3


@pytest.mark.parametrize(
    "title",
    ["", "#let x = 1 $ \\ ` <script>", "ก" * 300, "คำ " * 100, "\U0001f600 中 \x00"],
)
def test_any_title_can_be_drawn(title):
    made = card_of(title=title, **PLAIN | {"office": "เทศบาลเมือง" * 18})

    assert Image.open(io.BytesIO(made)).size == (cards.WIDTH, cards.HEIGHT)


def test_a_seal_stands_in_place_of_the_letters():
    seal = io.BytesIO()
    Image.new("RGB", (40, 40), "#ff0000").save(seal, format="PNG")

    made = card_of(title="ประกาศ", **PLAIN, seal=seal.getvalue())

    assert Image.open(io.BytesIO(made)).convert("RGB").getpixel((150, 110)) == (
        255,
        0,
        0,
    )


def test_the_oldest_pictures_make_room(folder, monkeypatch):
    monkeypatch.setattr(cards, "MOST_KEPT", 2)
    for number in range(4):
        card_of(title=f"ประกาศ {number}", **PLAIN)
        for age, path in enumerate(sorted(folder.glob("*.png"), key=os.path.getmtime)):
            os.utime(path, (1000 + age, 1000 + age))

    assert len(list(folder.glob("*.png"))) == 2


def test_what_a_killed_process_left_half_written_is_no_picture(folder):
    folder.mkdir()
    (folder / "abc.part").write_bytes(b"half")

    card_of(title="ประกาศ", **PLAIN)

    assert len(list(folder.glob("*.png"))) == 1


FLOOD = """
import os, pathlib, sys
from django.conf import settings
settings.configure(DATA=pathlib.Path(sys.argv[1]))
from prongsai.foundations.publications import cards
paint = cards.pictured
def counted(*args, **more):
    (settings.DATA / f"made-{os.getpid()}").touch()
    return paint(*args, **more)
cards.pictured = counted
cards.card_of(title="ประกาศ", office="อบต.", kind="", colour="#0b5563")
"""


def test_a_flood_from_many_processes_makes_it_once(tmp_path):
    command = [sys.executable, "-c", FLOOD, str(tmp_path)]
    flood = [subprocess.Popen(command) for _ in range(4)]

    assert [process.wait(60) for process in flood] == [0] * 4
    assert len(list(tmp_path.glob("made-*"))) == 1
