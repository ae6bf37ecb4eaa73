"""The asset register as a file that can be read in again, and the empty template."""

import io
from collections.abc import Iterable, Iterator

from django.db.models import Choices
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from prongsai.foundations.organisations.models import Division
from prongsai.registers.lending.imports.columns import REQUIRED, headings
from prongsai.registers.lending.models.assets import Asset, AssetGroup
from prongsai.registers.lending.states.assets import (
    AcquiredHow,
    AssetKind,
    Condition,
    Fund,
)
from prongsai.ui import exporting

WORDS: dict[str, type[Choices]] = {
    "kind": AssetKind,
    "acquired_how": AcquiredHow,
    "fund": Fund,
    "condition": Condition,
}
_YES_NO = ("internal_borrowable", "public_borrowable")
_ROWS = 10_000


def register_file(assets: Iterable[Asset], *, kind: str) -> bytes:
    """Return the register as ``csv`` or ``xlsx``, column by column as it is read in."""
    heads = [str(heading) for heading in headings().values()]
    rows = (_row(asset) for asset in assets)
    if kind == "csv":
        return exporting.as_csv(heads, rows)
    return exporting.as_xlsx(_("Asset register"), heads, rows)


def template_file(groups: Iterable[AssetGroup], divisions: Iterable[Division]) -> bytes:
    """Return a workbook to fill in: headings, lists to choose from, and what they mean."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError(sheet)
    sheet.title = _("Assets")
    help_sheet = book.create_sheet(_("How to fill it in"))
    _write_headings(sheet)
    _offer_choices(sheet)
    for line in _help_lines(groups, divisions):
        help_sheet.append(line)
    for letter, width in (("A", 34), ("B", 60)):
        help_sheet.column_dimensions[letter].width = width
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _row(asset: Asset) -> list[object]:
    return [_value(asset, key) for key in headings()]


def _value(asset: Asset, key: str) -> object:
    if key in WORDS:
        return str(getattr(asset, f"get_{key}_display")())
    if key in _YES_NO:
        return _("yes") if getattr(asset, key) else _("no")
    value: object = getattr(asset, key)
    if isinstance(value, AssetGroup | Division):
        return value.code
    return asset.keeper.username if key == "keeper" and asset.keeper else value


def _write_headings(sheet: Worksheet) -> None:
    for n, heading in enumerate(headings().values(), 1):
        mark = " *" if heading.key in REQUIRED else ""
        cell = sheet.cell(row=1, column=n, value=f"{heading}{mark}")
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True)
        sheet.column_dimensions[get_column_letter(n)].width = 20
    sheet.freeze_panes = "A2"


def _offer_choices(sheet: Worksheet) -> None:
    for n, key in enumerate(headings(), 1):
        words = _words(key)
        if not words:
            continue
        letter = get_column_letter(n)
        rule = DataValidation(
            type="list", formula1=f'"{",".join(words)}"', allow_blank=True
        )
        rule.add(f"{letter}2:{letter}{_ROWS + 1}")
        sheet.add_data_validation(rule)


def _words(key: str) -> list[str]:
    if key in _YES_NO:
        return [_("yes"), _("no")]
    return [str(label) for label in WORDS[key].labels] if key in WORDS else []


def _help_lines(
    groups: Iterable[AssetGroup], divisions: Iterable[Division]
) -> Iterator[list[str]]:
    yield [_("Columns with * must be filled in; the others may stay empty.")]
    yield [_("Dates: 8 ต.ค. 2568, 8/10/2568 or a real date. Thai digits are fine.")]
    yield []
    for heading in headings().values():
        if words := _words(heading.key):
            yield [str(heading), ", ".join(words)]
    yield []
    yield [_("Group codes")]
    yield from ([group.code, group.name_th] for group in groups)
    yield []
    yield [_("Division codes")]
    yield from ([division.code, division.name_th] for division in divisions)
