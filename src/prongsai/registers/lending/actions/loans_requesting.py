"""Ask for a loan, at a desk or on the website; call it off before it is handed over."""

import hashlib
import hmac
import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.queries import capacities
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files import actions as files
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.numbering import actions as numbering
from prongsai.foundations.numbering.models import Base
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Division
from prongsai.ita.errors import ItaError
from prongsai.ita.thai.identifiers import IdentifierKind, is_valid
from prongsai.registers.lending import rules
from prongsai.registers.lending.actions.loans_promising import (
    locked,
    refuse_unless_free,
    release_all,
)
from prongsai.registers.lending.actions.loans_telling import tell_supply_officers
from prongsai.registers.lending.models import Asset, Loan, LoanLine
from prongsai.registers.lending.models.loan_choices import (
    Benefit,
    BorrowerKind,
    Channel,
    IdKind,
)
from prongsai.registers.lending.permissions import loans as permissions
from prongsai.registers.lending.permissions.matrix import Case, ruling
from prongsai.registers.lending.queries.availability import Days, lendable
from prongsai.registers.lending.states.assets import AssetKind
from prongsai.registers.lending.states.loans import LOAN, LoanState

PAPERS = "papers"
"""The slot of the files that come with a request."""


class NothingAsked(ItaError):
    """A request without a single thing."""

    code = "lending.nothing-asked"


class TooManyLines(ItaError):
    """More different things than one request may hold: ``limit``."""

    code = "lending.too-many-lines"


class WrongDays(ItaError):
    """Days in the past, the wrong way round, too far ahead or too many: ``limit``."""

    code = "lending.wrong-days"


class MixedDivisions(ItaError):
    """Things that different divisions answer for."""

    code = "lending.mixed-divisions"


class NotLendable(ItaError):
    """Something that is not lent to this kind of borrower, or not now: ``asset``."""

    code = "lending.not-lendable"


class WrongIdentity(ItaError):
    """An identity number that cannot be right."""

    code = "lending.wrong-identity"


class Forbidden(ItaError):
    """The regulation forbids the loan; ``code`` is the reason the matrix gives."""

    code = "lending.forbidden"

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code


@dataclass(frozen=True, kw_only=True)
class Borrower:
    """Who borrows; ``user`` and ``division`` for people of this office only."""

    kind: BorrowerKind
    name: str = ""
    user: User | None = None
    division: Division | None = None
    position: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    id_kind: IdKind = IdKind.NONE
    id_number: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is asked for: things and their numbers, for what, where, from when to when."""

    items: tuple[tuple[Asset, int], ...]
    purpose: str
    benefit: Benefit
    place: str
    on_premises: bool
    starts_on: date
    due_on: date
    basis: str = ""
    urgency: str = ""
    papers: tuple[StoredFile, ...] = ()
    """Basis documents; copies of identity cards may be among them."""


@transaction.atomic
def request_for_staff(
    borrower: Borrower, wanted: Wanted, *, by: User, at: datetime
) -> Loan:
    """Ask for a loan in one's own name, for official work."""
    if borrower.user != by or not permissions.can_request(by, on=localdate(at)):
        raise PermissionDenied
    return _request(borrower, wanted, Channel.STAFF, by=by, at=at)


@transaction.atomic
def request_at_counter(
    borrower: Borrower, wanted: Wanted, *, by: User, at: datetime
) -> Loan:
    """Enter the request of somebody from outside who stands at the counter."""
    if not permissions.can_enter_for_outsiders(by, on=localdate(at)):
        raise PermissionDenied
    if borrower.kind == BorrowerKind.INTERNAL:
        raise PermissionDenied
    return _request(borrower, wanted, Channel.COUNTER, by=by, at=at)


@transaction.atomic
def request_on_website(
    borrower: Borrower, wanted: Wanted, *, secret: str, by: None, at: datetime
) -> Loan:
    """Ask for a loan without an account; who knows the secret may follow it."""
    if borrower.kind == BorrowerKind.INTERNAL:
        raise PermissionDenied
    loan = _request(borrower, wanted, Channel.PUBLIC, by=by, at=at)
    loan.secret_digest = _digest(loan, secret)
    loan.save(update_fields=["secret_digest"])
    return loan


@transaction.atomic
def cancel(loan: Loan, *, reason: str, by: User, at: datetime) -> Loan:
    """Call a loan off before anything was handed over."""
    loan = locked(loan)
    if not permissions.can_cancel(by, loan, on=localdate(at)):
        raise PermissionDenied
    return _cancel(loan, reason, by=by, at=at)


@transaction.atomic
def cancel_by_borrower(loan: Loan, *, secret: str, by: None, at: datetime) -> Loan:
    """Call a loan off on the website, knowing its secret."""
    loan = locked(loan)
    if not knows_secret(loan, secret):
        raise PermissionDenied
    return _cancel(loan, "", by=by, at=at)


def knows_secret(loan: Loan | None, secret: str) -> bool:
    """Whether a secret is that of a loan; takes as long when there is no such loan."""
    expected = loan.secret_digest if loan is not None else ""
    found = _digest(loan, secret)
    return hmac.compare_digest(expected or "0" * len(found), found)


def _digest(loan: Loan | None, secret: str) -> str:
    """Sixty random bits need no slow hash; the loan's key keeps equal secrets apart."""
    key = "" if loan is None else f"{loan.organisation_id}:{loan.pk}"
    plain = re.sub(r"[\s-]", "", secret).upper()
    return hashlib.sha256(f"{key}:{plain}".encode()).hexdigest()


def _request(
    borrower: Borrower,
    wanted: Wanted,
    channel: Channel,
    *,
    by: User | None,
    at: datetime,
) -> Loan:
    _refuse_wrong_days(wanted, today=localdate(at))
    _refuse_wrong_items(borrower, wanted, at=at)
    _refuse_wrong_identity(borrower)
    found = ruling(_case(borrower, wanted))
    if found.forbidden:
        raise Forbidden(found.forbidden)
    loan = _write(borrower, wanted, channel, by=by, at=at)
    files.claim(wanted.papers, owner=loan, by=by, at=at, slot=PAPERS, personal=True)
    audit.record(
        "lending.requested",
        on=loan,
        by=by,
        at=at,
        channel=channel.value,
        kind=borrower.kind.value,
        rule=found.rule,
        lines=len(wanted.items),
    )
    tell_supply_officers(loan, at=at)
    return loan


def _write(
    borrower: Borrower,
    wanted: Wanted,
    channel: Channel,
    *,
    by: User | None,
    at: datetime,
) -> Loan:
    number = numbering.take("lending.loan", by=by, at=at, base=Base.FISCAL)
    user = borrower.user
    loan = Loan.objects.create(
        organisation_id=tenancy.required(),
        year=number.year,
        number=number.number,
        channel=channel,
        division=wanted.items[0][0].division,
        borrower_kind=borrower.kind,
        borrower=user,
        borrower_division=borrower.division,
        borrower_name=user.get_full_name() if user else borrower.name,
        borrower_position=borrower.position or _title(user, on=localdate(at)),
        borrower_address=borrower.address,
        borrower_phone=borrower.phone,
        borrower_email=borrower.email,
        id_kind=borrower.id_kind,
        id_number=borrower.id_number,
        purpose=wanted.purpose,
        benefit=wanted.benefit,
        basis=wanted.basis,
        urgency=wanted.urgency,
        has_consumables=_has_consumables(wanted),
        place=wanted.place,
        on_premises=wanted.on_premises,
        starts_on=wanted.starts_on,
        due_on=wanted.due_on,
        requested_by=by,
        requested_at=at,
    )
    LoanLine.objects.bulk_create(
        LoanLine(
            organisation_id=loan.organisation_id, loan=loan, asset=asset, asked=quantity
        )
        for asset, quantity in wanted.items
    )
    return loan


def _cancel(loan: Loan, reason: str, *, by: User | None, at: datetime) -> Loan:
    LOAN.check(LoanState(loan.state), LoanState.CANCELLED)
    release_all(loan, at=at)
    loan.state, loan.cancel_reason = LoanState.CANCELLED, reason
    loan.cancelled_by, loan.cancelled_at = by, at
    loan.save(update_fields=["state", "cancel_reason", "cancelled_by", "cancelled_at"])
    audit.record("lending.cancelled", on=loan, by=by, at=at)
    return loan


def _refuse_wrong_days(wanted: Wanted, *, today: date) -> None:
    longest = rules.value("longest_days", on=today)
    latest = today + timedelta(days=rules.value("days_ahead", on=today))
    in_order = today <= wanted.starts_on <= wanted.due_on
    if not in_order or wanted.starts_on > latest:
        raise WrongDays(limit=longest)
    if (wanted.due_on - wanted.starts_on).days > longest:
        raise WrongDays(limit=longest)


def _refuse_wrong_items(borrower: Borrower, wanted: Wanted, *, at: datetime) -> None:
    today = localdate(at)
    assets = [asset for asset, _ in wanted.items]
    if not assets or any(quantity < 1 for _, quantity in wanted.items):
        raise NothingAsked
    limit = rules.value("most_lines", on=today)
    if len(assets) > limit:
        raise TooManyLines(limit=limit)
    if len({asset.division_id for asset in assets}) > 1:
        raise MixedDivisions
    public = borrower.kind != BorrowerKind.INTERNAL
    keys = [asset.pk for asset in assets]
    allowed = set(
        lendable(public=public).filter(pk__in=keys).values_list("pk", flat=True)
    )
    for asset in assets:
        if asset.pk not in allowed:
            raise NotLendable(asset=asset.name)
    days = Days(first=wanted.starts_on, last=wanted.due_on, today=today)
    refuse_unless_free(wanted.items, days)


def _refuse_wrong_identity(borrower: Borrower) -> None:
    if not is_valid(IdentifierKind(borrower.id_kind.value), borrower.id_number):
        raise WrongIdentity


def _case(borrower: Borrower, wanted: Wanted) -> Case:
    return Case(
        borrower=borrower.kind,
        benefit=wanted.benefit,
        on_premises=wanted.on_premises,
        consumable=_has_consumables(wanted),
        basis=bool(wanted.basis.strip()),
        urgent=bool(wanted.urgency.strip()),
    )


def _has_consumables(wanted: Wanted) -> bool:
    return any(asset.kind == AssetKind.CONSUMABLE for asset, _ in wanted.items)


def _title(user: User | None, *, on: date) -> str:
    held = capacities(user, on=on) if user else []
    return held[0].title if held else ""
