"""Which elements of the assessment lending can satisfy, and what is still missing.

No item of a framework asks for the lending register by name. Borrowing is one service of
the office: its public pages give the elements of a service manual and of an e-service,
for this service only, and its published register is evidence of the measure on the use
of public assets (aspect 4).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from prongsai.foundations.organisations.models import Organisation
from prongsai.foundations.publications import queries as publications
from prongsai.foundations.publications.models import Version
from prongsai.ita.thai.fiscal import fiscal_year_of
from prongsai.registers.lending import rules
from prongsai.registers.lending.actions.loans_publishing import address_of
from prongsai.registers.lending.queries.availability import lendable
from prongsai.registers.lending.queries.loans_register import (
    asked_in,
    counts,
    counts_by_division,
)

PAGE = "/lending/"


@dataclass(frozen=True, kw_only=True)
class Disclosed:
    """What can be shown for an element, and the codes of what is missing for it."""

    content: Mapping[str, object] = field(default_factory=dict)
    missing: tuple[str, ...] = ()


Disclosure = Callable[[Organisation, date, date], Disclosed]


def system(_office: Organisation, _start: date, _end: date) -> Disclosed:
    """The online service: it is open when residents can borrow something."""
    open_ = lendable(public=True).count()
    missing = () if open_ else ("nothing-lent-to-residents",)
    return Disclosed(content={"page": PAGE, "assets": open_}, missing=missing)


def statistics(_office: Organisation, start: date, end: date) -> Disclosed:
    """How often it was used online in the period; zero is said, not left out."""
    online = asked_in(start, end).filter(channel="public").count()
    asked = asked_in(start, end).count()
    return Disclosed(content={"online": online, "asked": asked})


def breakdown(_office: Organisation, start: date, end: date) -> Disclosed:
    """The same by division."""
    rows = counts_by_division(start, end)
    content = {of.name_th: [of.counts.asked, of.counts.lent] for of in rows}
    return Disclosed(content=content)


def manual(_office: Organisation, _start: date, _end: date) -> Disclosed:
    """The steps, the channel and the papers, as the public page shows them."""
    return Disclosed(content={"page": PAGE, "part": "#how"})


def responsible(office: Organisation, _start: date, _end: date) -> Disclosed:
    """How to reach whoever lends."""
    missing = () if office.phones else ("no-telephone",)
    return Disclosed(content={"telephone": office.phones}, missing=missing)


def measure(_office: Organisation, start: date, end: date) -> Disclosed:
    """What came of the measure on public assets: the published register."""
    address = address_of(fiscal_year_of(end))
    public: list[Version] = [
        version
        for version in publications.standing_versions()
        if version.publication.address == address
    ]
    found = counts(start, end)
    return Disclosed(
        content={
            "lent": found.lent,
            "due": found.due,
            "on_time": found.on_time,
            "chase_days": rules.value("chase_days", on=end),
            "pages": [version.get_absolute_url() for version in public],
        },
        missing=() if public else ("register-not-published",),
    )


DISCLOSURES: dict[str, Disclosure] = {
    "eservice.system": system,
    "eservice.statistics.counts": statistics,
    "eservice.statistics.breakdown": breakdown,
    "eservice.guide": manual,
    "service_manual.name": manual,
    "service_manual.steps": manual,
    "service_manual.channel": responsible,
    "service_manual.documents": manual,
    "integrity.result.output": measure,
}
