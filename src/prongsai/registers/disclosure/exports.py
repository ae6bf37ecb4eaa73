"""The addresses of a year's items as a file, to be entered into the assessment's system."""

from django.http import HttpResponse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from prongsai.registers.disclosure.models import Year
from prongsai.registers.disclosure.queries.exporting import Address, addresses_of
from prongsai.ui import exporting

KINDS = ("xlsx", "csv")


def addresses(year: Year, kind: str) -> HttpResponse:
    """Return the addresses of every item of a year as ``xlsx`` or ``csv``."""
    heads = [
        pgettext("disclosure", "Item"), _("Title"), pgettext("web", "Address"), _("Version"), _("Published on"),
        _("Digest (SHA-256)"),
    ]  # fmt: skip
    rows = [_row(one) for one in addresses_of(year)]
    if kind == "csv":
        content, content_type = exporting.as_csv(heads, rows), exporting.CSV_TYPE
    else:
        title = _("Addresses %(year)s") % {"year": year.fiscal_year}
        content = exporting.as_xlsx(title, heads, rows)
        content_type = exporting.XLSX_TYPE
    return exporting.answer(
        content,
        content_type=content_type,
        name=f"ita-{year.fiscal_year}-addresses.{kind}",
    )


def _row(one: Address) -> list[object]:
    on = None if one.published_at is None else localtime(one.published_at).date()
    return [one.code.upper(), one.title, one.url, one.version, on, one.digest]
