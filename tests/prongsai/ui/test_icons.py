"""Icons: every one that a page asks for was drawn."""

import re
from pathlib import Path

import pytest

from prongsai.ui.icons import ICONS, UNKNOWN, path_of
from tests.drawing import HOSTILE, draw, tree_of

SOURCES = Path(__file__).parents[3] / "src/prongsai"
ASKED = re.compile(r"""(?:icon=|\{% icon )["']([\w-]+)["']""")


def test_every_icon_pages_ask_for_was_drawn():
    asked = {
        name
        for path in [*SOURCES.rglob("*.html"), *SOURCES.rglob("*.py")]
        for name in ASKED.findall(path.read_text(encoding="utf-8"))
    }

    assert asked - set(ICONS) == set()


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_one_path_on_the_grid(name):
    assert re.fullmatch(r"[MmLlHhVvCcSsQqTtAaZz0-9 .,-]+", ICONS[name])


def test_an_icon_is_decoration_for_those_who_listen():
    (svg,) = tree_of(draw('{% icon "check" %}'))

    assert svg.get("aria-hidden") == "true"
    assert svg.get("focusable") == "false"
    assert svg.find("path").get("d") == ICONS["check"]


def test_a_name_nobody_drew_is_a_dot():
    assert path_of(HOSTILE) == UNKNOWN
