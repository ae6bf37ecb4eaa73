"""The words at the head of a memo: from whom, to whom, under which number."""

from collections.abc import Iterable
from datetime import date

from prongsai.foundations.accounts import queries as accounts
from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import Capacity
from prongsai.foundations.approvals.models import ChainTemplate, ChainTemplateStep
from prongsai.foundations.approvals.refusals import SenderMissing
from prongsai.foundations.organisations import queries as organisations
from prongsai.foundations.organisations.models import Division

KIND = "approvals.memo:"
_LONGEST_CODE = 40


def usual_division(capacities: Iterable[Capacity]) -> Division:
    """Return where a person writes from: their division, else the first of the office."""
    for found in capacities:
        if found.division is not None:
            return found.division
    first = organisations.divisions().filter(is_active=True).first()
    if first is None:
        raise SenderMissing
    return first


def sender_line(division: Division) -> str:
    """Return division, office and telephone, as the line ส่วนราชการ prints them."""
    office = division.organisation
    phone = next((d.phone for d in upwards(division) if d.phone), office.phones)
    parts = [division.name_th, office.name_th, f"โทร {phone}" if phone else ""]
    return " ".join(part for part in parts if part)


def letter_code(division: Division) -> str:
    """Return the code before a memo's number: of the division, else from above it."""
    codes = [d.letter_code for d in upwards(division)]
    codes.append(division.organisation.letter_code)
    return next((code.strip() for code in codes if code.strip()), "")[:_LONGEST_CODE]


def counter_kind(code: str) -> str:
    """Return the counter of a letter code: each code has numbers of its own."""
    return f"{KIND}{code}"


def reference(code: str, number: int) -> str:
    """Return the number as it is printed.

    >>> reference("ทส ๗๑๓๐๑", 5)
    'ทส ๗๑๓๐๑/5'
    """
    return f"{code}/{number}" if code else str(number)


def upwards(division: Division) -> list[Division]:
    """Return a division and everything it stands under."""
    found, here = [division], division.parent
    while here is not None and here not in found:
        found.append(here)
        here = here.parent
    return found


def addressee(chain: ChainTemplate, *, on: date) -> str:
    """Return the title of who decides at the end of a chain."""
    last = chain.steps.order_by("order").last()
    return "" if last is None else title_of(last, on=on)


def title_of(plan: ChainTemplateStep, *, on: date) -> str:
    """Return the title of who holds a step, else the name of the role."""
    held = accounts.holders(Role(plan.role), on=on, division=plan.division)
    return held[0].title if held else str(Role(plan.role).label)


def signature_title(user: User, *, on: date) -> str:
    """Return the title a person proposes under: the own post, else the first held."""
    held = accounts.capacities(user, on=on)
    return held[0].title if held else ""
