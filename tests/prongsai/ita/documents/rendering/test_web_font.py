"""The font inside a page is small, whole for Thai, and the same each time."""

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from prongsai.ita.documents.rendering.fonts import WEB_STYLES, web_font
from prongsai.ita.documents.rendering.web_font import LETTERS, subset


def test_every_letter_of_thai_is_drawn():
    for style in WEB_STYLES:
        drawn = TTFont(BytesIO(web_font(style))).getBestCmap()

        assert set(range(0x0E01, 0x0E3B)) | set(range(0x0E3F, 0x0E5C)) <= set(drawn)
        assert set(drawn) <= set(LETTERS)


def test_marks_still_find_their_place():
    font = TTFont(BytesIO(web_font("Regular")))

    features = {r.FeatureTag for r in font["GPOS"].table.FeatureList.FeatureRecord}
    assert {"mark", "mkmk"} <= features


def test_a_font_fits_into_a_page():
    assert all(len(web_font(style)) < 40_000 for style in WEB_STYLES)


@pytest.mark.slow
def test_the_same_source_gives_the_same_bytes():
    source = web_font("Regular")

    assert subset(source) == subset(source)
