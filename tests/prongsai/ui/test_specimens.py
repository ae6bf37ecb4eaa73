"""The gallery forgets no component."""

import re

import pytest

from prongsai.ui.specimens import _FOLDER, SPECIMENS
from prongsai.ui.templatetags.ui import register

NOT_SHOWN = {
    "chosen_size": "a fact about the reader, draws nothing",
    "remember": "keeps the title of the page, draws nothing",
    "remembered": "the title that was kept, draws nothing",
    "page_language": "a fact about the page, draws nothing",
    "stylesheet": "an address, draws nothing",
    "theme_colour": "a fact about the office, draws nothing",
    "error_summary": "shown inside the form",
}


def test_every_component_is_in_the_gallery():
    code = "\n".join(specimen.code for specimen in SPECIMENS)
    shown = set(re.findall(r"\{% (\w+)", code))

    assert set(register.tags) - shown == set(NOT_SHOWN)


def test_every_file_of_specimens_is_shown_once():
    names = [specimen.name for specimen in SPECIMENS]

    assert sorted(names) == sorted(path.stem for path in _FOLDER.glob("*.html"))


@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda s: s.name)
def test_specimen_has_a_title_and_code(specimen):
    assert str(specimen.title)
    assert specimen.code
