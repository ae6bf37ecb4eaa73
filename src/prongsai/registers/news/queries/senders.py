"""Who a printed sheet comes from: name, seal, colour, where the office is found."""

from dataclasses import dataclass

from prongsai.foundations.files.small_pictures import seal_png
from prongsai.foundations.notifications.addresses import site_of
from prongsai.foundations.organisations.models import Organisation


@dataclass(frozen=True, kw_only=True)
class Sender:
    """The office as printed sheets name it, in Thai."""

    name: str
    type: str
    colour: str
    seal: bytes
    place: str
    phones: str
    email: str
    site: str


def sender_of(office: Organisation) -> Sender:
    """Return what sheets say of an office."""
    return Sender(
        name=office.name_th,
        type=office.type,
        colour=office.colour,
        seal=seal_png(),
        place=_place(office),
        phones=office.phones,
        email=office.email,
        site=site_of(office),
    )


def _place(office: Organisation) -> str:
    """Return the address on one line; the area only where the address is not known."""
    parts = (
        ("ตำบล", office.tambon),
        ("อำเภอ", office.amphoe),
        ("จังหวัด", office.province),
    )
    area = " ".join(f"{kind}{name}" for kind, name in parts if name)
    return " ".join(
        part for part in (office.address_th or area, office.postcode) if part
    )
