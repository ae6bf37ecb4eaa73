"""The short forms of the kinds of office, as they stand in place of a seal in print."""

from prongsai.foundations.organisations.models import OfficeType

_SHORT = {
    OfficeType.SUBDISTRICT: "อบต.",
    OfficeType.TOWNSHIP: "ทต.",
    OfficeType.TOWN: "ทม.",
    OfficeType.CITY: "ทน.",
    OfficeType.PROVINCE: "อบจ.",
}


def short_form(office_type: str) -> str:
    """Return the short form of a kind of office.

    >>> short_form("subdistrict")
    'อบต.'
    """
    return _SHORT[OfficeType(office_type)]
