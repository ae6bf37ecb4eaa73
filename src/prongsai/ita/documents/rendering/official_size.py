"""How Sarabun becomes the official size, and why its Thai marks lie flat.

Three changes, no drawing touched:

* **size**: a larger em, so that 16 pt prints as 16 pt of TH Sarabun New, with that
  font's line height;
* **marks**: a mark keeps its height over whatever it stands on. Where a mark is
  moved up or down, typst writes the letters of that cluster twice into the PDF, and
  what is copied from ``ขั้น`` reads ``ขั้ขั้น``;
* **name**: a family of its own, so that nobody takes it for the original.
"""

from io import BytesIO
from typing import Any, TypeAlias

from fontTools.ttLib import TTFont

# Measured on running Thai text: TH Sarabun New at 16 pt is Sarabun at 10.60 pt.
_EM = 1510
_ASCENT, _DESCENT, _GAP = (round(_EM * part) for part in (0.84, 0.46, 0.03))

_MARK_TO_BASE, _MARK_TO_MARK = 4, 6
_SNAP = 60  # units: the anchors of one height are drawn up to 56 apart

_FAMILY_NAMES, _FULL_NAMES, _POSTSCRIPT, _UNIQUE, _VERSION = (1, 16), (4, 18), 6, 3, 5


# fontTools gives the parts of a font their attributes as it reads them.
FontPart: TypeAlias = Any


def derive(source: bytes, family: str) -> bytes:
    """Return the font at the official size, under another family name.

    The same source gives the same bytes.
    """
    font = TTFont(BytesIO(source), recalcTimestamp=False)
    _resize(font)
    _flatten_marks(font)
    _rename(font, family)
    if "DSIG" in font:
        del font["DSIG"]  # signs bytes that are no more
    out = BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def _resize(font: TTFont) -> None:
    font["head"].unitsPerEm = _EM
    lines, system = font["hhea"], font["OS/2"]
    lines.ascent, lines.descent, lines.lineGap = _ASCENT, -_DESCENT, _GAP
    system.sTypoAscender, system.sTypoDescender = _ASCENT, -_DESCENT
    system.sTypoLineGap = _GAP
    system.usWinAscent, system.usWinDescent = _ASCENT, _DESCENT


def _flatten_marks(font: TTFont) -> None:
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            if lookup.LookupType == _MARK_TO_BASE:
                _snap_bases(table)
            elif lookup.LookupType == _MARK_TO_MARK:
                _flatten_stack(table)


def _snap_bases(table: FontPart) -> None:
    """Thai letters take a mark at exactly the height it was drawn for."""
    heights = _mark_heights(table)
    bases = zip(table.BaseCoverage.glyphs, table.BaseArray.BaseRecord, strict=True)
    for glyph, record in bases:
        if not _is_thai(glyph):
            continue
        for kind, anchor in enumerate(record.BaseAnchor):
            near = [y for y in heights.get(kind, ()) if anchor and _near(anchor, y)]
            if near:
                anchor.YCoordinate = near[0]


def _near(anchor: FontPart, height: int) -> bool:
    return bool(abs(anchor.YCoordinate - height) <= _SNAP)


def _flatten_stack(table: FontPart) -> None:
    """A Thai mark over a Thai mark stays at the height it was drawn at."""
    stacked = list(
        zip(table.Mark2Coverage.glyphs, table.Mark2Array.Mark2Record, strict=True)
    )
    if not any(_is_thai(glyph) for glyph, _ in stacked):
        return
    marks = zip(table.Mark1Coverage.glyphs, table.Mark1Array.MarkRecord, strict=True)
    thai = [record.MarkAnchor for glyph, record in marks if _is_thai(glyph)]
    thai += [a for glyph, r in stacked if _is_thai(glyph) for a in r.Mark2Anchor if a]
    for anchor in thai:
        anchor.YCoordinate = 0


def _mark_heights(table: FontPart) -> dict[int, list[int]]:
    """Where the Thai marks of each kind (above, below) expect their letter."""
    marks = zip(table.MarkCoverage.glyphs, table.MarkArray.MarkRecord, strict=True)
    heights: dict[int, set[int]] = {}
    for glyph, record in marks:
        if _is_thai(glyph):
            heights.setdefault(record.Class, set()).add(record.MarkAnchor.YCoordinate)
    return {kind: sorted(ys) for kind, ys in heights.items()}


def _is_thai(glyph: str) -> bool:
    """Thai glyphs are named by code point; a few variants end in ``thai.…``."""
    return glyph.startswith("uni0E") or "thai." in glyph


def _rename(font: TTFont, family: str) -> None:
    compact = family.replace(" ", "")
    for record in font["name"].names:
        text = str(record)
        if record.nameID in _FAMILY_NAMES:
            text = family
        elif record.nameID in _FULL_NAMES:
            text = text.replace("Sarabun", family)
        elif record.nameID in (_POSTSCRIPT, _UNIQUE):
            text = text.replace("Sarabun", compact)
        elif record.nameID == _VERSION:
            text = f"{text}; official size"
        record.string = text
