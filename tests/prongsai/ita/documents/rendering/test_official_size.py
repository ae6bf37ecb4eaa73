from itertools import product
from pathlib import Path

import fontpkg_sarabun
import pytest
from fontTools.ttLib import TTFont

from prongsai.ita.documents.rendering.fonts import FAMILY, STYLES, font_folder
from prongsai.ita.documents.rendering.official_size import derive

pytestmark = pytest.mark.slow

SOURCES = Path(fontpkg_sarabun.__file__).parent / "files"


@pytest.fixture(scope="module", params=STYLES)
def fonts(request):
    made = font_folder() / f"SarabunProngsai-{request.param}.ttf"
    return TTFont(SOURCES / f"Sarabun-{request.param}.ttf"), TTFont(made)


def lookups(font, kind):
    for lookup in font["GPOS"].table.LookupList.Lookup:
        if lookup.LookupType == kind:
            yield from lookup.SubTable


def is_thai(glyph):
    return glyph.startswith("uni0E") or "thai." in glyph


def test_sixteen_points_are_sixteen_points_of_the_official_font(fonts):
    original, made = fonts

    assert made["head"].unitsPerEm == 1510
    assert made["hmtx"].metrics == original["hmtx"].metrics
    lines = made["hhea"]
    em = 1510
    assert (lines.ascent / em, -lines.descent / em, lines.lineGap / em) == (
        pytest.approx((0.84, 0.46, 0.03), abs=0.001)
    )


def test_the_family_has_a_name_of_its_own_and_keeps_its_authors(fonts):
    original, made = fonts

    names = {record.nameID: str(record) for record in made["name"].names}
    assert names[1] == FAMILY
    assert names[4].startswith(FAMILY)
    assert names[6].startswith("SarabunProngsai-")
    assert names[0] == original["name"].getDebugName(0)
    assert "SIL Open Font License" in names[13]


def test_no_thai_mark_moves_up_or_down_over_another_mark(fonts):
    _, made = fonts

    moves = set()
    for table in lookups(made, 6):
        below = zip(
            table.Mark2Coverage.glyphs, table.Mark2Array.Mark2Record, strict=True
        )
        above = zip(
            table.Mark1Coverage.glyphs, table.Mark1Array.MarkRecord, strict=True
        )
        for (low, record), (high, mark) in product(list(below), list(above)):
            anchor = record.Mark2Anchor[mark.Class]
            if is_thai(low) and is_thai(high) and anchor:
                moves.add(anchor.YCoordinate - mark.MarkAnchor.YCoordinate)
    assert moves == {0}


def test_every_thai_letter_takes_a_mark_at_the_height_it_was_drawn_for(fonts):
    _, made = fonts
    (table,) = (t for t in lookups(made, 4) if "uni0E29" in t.BaseCoverage.glyphs)

    bases = dict(
        zip(table.BaseCoverage.glyphs, table.BaseArray.BaseRecord, strict=True)
    )
    marks = dict(
        zip(table.MarkCoverage.glyphs, table.MarkArray.MarkRecord, strict=True)
    )
    tone = marks["uni0E48"]
    letters = [f"uni0E{n:02X}" for n in range(0x01, 0x2F) if n not in (0x24, 0x26)]
    heights = {bases[n].BaseAnchor[tone.Class].YCoordinate for n in letters}
    assert heights == {tone.MarkAnchor.YCoordinate}


def test_a_recipe_gives_the_same_bytes_twice():
    source = (SOURCES / "Sarabun-Regular.ttf").read_bytes()

    assert derive(source, FAMILY) == derive(source, FAMILY)
