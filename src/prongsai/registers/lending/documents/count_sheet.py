"""The count sheet of an annual check: every line of the frozen list with its QR code."""

from collections.abc import Iterable
from datetime import date
from importlib.resources import files

from prongsai.foundations.organisations.models import Organisation
from prongsai.ita.documents.rendering.engine import typeset
from prongsai.ita.documents.rendering.fonts import FAMILY
from prongsai.ita.documents.rendering.sentences import OFFICIAL
from prongsai.ita.documents.rendering.typesetting import Piece
from prongsai.ita.thai.dates import long_date
from prongsai.registers.lending.documents.labels import address_of, pieces, qr_svg
from prongsai.registers.lending.documents.wording import say, titles
from prongsai.registers.lending.models.checks import CheckItem, StockCheck

MOST_LINES = 2000
"""As many as one PDF holds; larger offices print division by division."""

_WIDTHS = (1.1, 2.0, 3.4, 6.2, 3.5, 2.0, 1.7, 4.2, 2.6)
_CENTRED = {0, 1, 5, 6}
_CONDITIONS = 7  # the column whose words are ringed by hand
_ACROSS = 26.7  # cm between the margins of a landscape page
_EM = 14 * 2.54 / 72  # cm


def count_sheet_pdf(
    stock_check: StockCheck,
    items: Iterable[CheckItem],
    *,
    office: Organisation,
    site: str,
    on: date,
) -> bytes:
    """Return the sheet as a PDF; the code of a line leads to the asset on ``site``."""
    template = files(__package__).joinpath("count_sheet.typ").read_bytes()
    heading = say("sheet_title", year=stock_check.fiscal_year)
    under = say(
        "sheet_under",
        office=office.name_th,
        order=stock_check.order_number,
        date=long_date(stock_check.order_date),
    )
    columns = zip(titles("sheet_columns"), _WIDTHS, strict=True)
    data = {
        "title": heading,
        "family": FAMILY,
        "date": [on.year, on.month, on.day],
        "heading": pieces(heading, 40),
        "under": pieces(under, 50),
        "columns": [
            {"title": _cut(t, n), "width": w, "centred": n in _CENTRED}
            for n, (t, w) in enumerate(columns)
        ],
        "rows": [_row(n, item, site) for n, item in enumerate(items, 1)],
        "signatures": signatures(stock_check),
    }
    return typeset(template, data)


def signatures(stock_check: StockCheck) -> list[dict[str, object]]:
    """Return room to sign for everybody who was appointed."""
    members = list(stock_check.members.all())
    return [
        {
            "line": pieces(say("signature_line"), 22),
            "name": pieces(f"({member.user.get_full_name()})", 22),
            "role": pieces(role_of(member.is_chair, len(members)), 22),
        }
        for member in members
    ]


def role_of(is_chair: bool, members: int) -> str:  # noqa: FBT001  # two facts of a row
    """Return what a member signs as."""
    if members == 1:
        return say("only_member")
    return say("chair") if is_chair else say("member")


def _row(number: int, item: CheckItem, site: str) -> dict[str, object]:
    cells = (
        item.code,
        OFFICIAL.text(item.name_th),
        OFFICIAL.text(item.expected_place),
        OFFICIAL.number(f"{item.expected:,} {item.asset.unit}"),
        "" if item.found is None else OFFICIAL.number(f"{item.found:,}"),
        "",
        OFFICIAL.text(item.note),
    )
    cut = [_cut(text, n) for n, text in enumerate(cells, 2)]
    cut[_CONDITIONS - 2] = [*titles("sheet_conditions")]
    return {
        "number": _cut(OFFICIAL.number(number), 0),
        "qr": qr_svg(address_of(item.asset, site)),
        "alt": f"คิวอาร์โค้ดของ {item.code}",
        "cells": cut,
    }


def _cut(text: str, column: int) -> list[Piece]:
    room = _ACROSS * _WIDTHS[column] / sum(_WIDTHS) - 0.3
    return pieces(text, room / _EM)
