"""Promise items to a loan, keep them promised longer, let them go; under the asset's lock.

Whoever promises locks the assets first, so two people cannot count the same free item.
On SQLite every transaction that writes is alone anyway (IMMEDIATE).
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.timezone import localdate

from prongsai.ita.errors import ItaError
from prongsai.registers.lending.models import Asset, Loan, LoanLine, Reservation
from prongsai.registers.lending.queries.availability import Days, free, in_store


class NotAvailable(ItaError):
    """Promised to somebody else on one of these days: ``asset``, ``free``, ``wanted``."""

    code = "lending.not-available"


class NotInStore(ItaError):
    """Still with an earlier borrower: ``asset``, ``there``, ``wanted``."""

    code = "lending.not-in-store"


def locked(loan: Loan) -> Loan:
    """Lock a loan, and read it again."""
    rows = Loan.objects.select_for_update(of=("self",)).select_related("division")
    return rows.get(pk=loan.pk)


def lines_of(loan: Loan) -> list[LoanLine]:
    """Return the lines of a loan with their assets."""
    return list(loan.lines.select_related("asset", "asset__group"))


def lock_assets(lines: Iterable[LoanLine]) -> dict[int, Asset]:
    """Lock the assets of some lines, always in the same order, and read them again."""
    keys = {line.asset_id for line in lines}
    rows = Asset.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    return {asset.pk: asset for asset in rows}


def refuse_unless_free(
    wanted: Iterable[tuple[Asset, int]], days: Days, *, except_line: int | None = None
) -> None:
    """Refuse more of an asset than is free on every one of the days."""
    pairs = list(wanted)
    left = free([asset for asset, _ in pairs], days, except_line=except_line)
    for asset, quantity in pairs:
        if quantity > left[asset.pk]:
            raise NotAvailable(asset=asset.name, free=left[asset.pk], wanted=quantity)


def promise(loan: Loan, lines: list[LoanLine], *, at: datetime) -> None:
    """Promise the approved quantities of a loan; every line was given one."""
    assets = lock_assets(lines)
    wanted = [(line, line.approved) for line in lines if line.approved]
    days = Days(first=loan.starts_on, last=loan.due_on, today=localdate(at))
    refuse_unless_free([(assets[line.asset_id], n) for line, n in wanted], days)
    Reservation.objects.bulk_create(
        Reservation(
            organisation_id=loan.organisation_id,
            line=line,
            asset_id=line.asset_id,
            quantity=quantity,
            starts_on=loan.starts_on,
            ends_on=loan.due_on,
            is_single=assets[line.asset_id].quantity == 1,
        )
        for line, quantity in wanted
    )


def prolong(loan: Loan, until: date, *, at: datetime) -> None:
    """Keep what is promised to a loan until a later day, if nobody else was promised it."""
    lines = lines_of(loan)
    assets = lock_assets(lines)
    for row in _open(loan):
        days = Days(first=row.starts_on, last=until, today=localdate(at))
        refuse_unless_free(
            [(assets[row.asset_id], row.quantity)], days, except_line=row.line_id
        )
        row.ends_on = until
        row.save(update_fields=["ends_on"])


def take_out(loan: Loan, lines: list[LoanLine], *, at: datetime) -> None:
    """Note that the handed quantities left the store; what was not taken is free again."""
    there = in_store(lock_assets(lines).values())
    for line in lines:
        if line.handed > there[line.asset_id]:
            raise NotInStore(
                asset=line.asset.name, there=there[line.asset_id], wanted=line.handed
            )
    handed = {line.pk: line.handed for line in lines}
    for row in _open(loan):
        if handed[row.line_id]:
            row.quantity, row.is_out = handed[row.line_id], True
            row.save(update_fields=["quantity", "is_out"])
        else:
            _release(row, at=at)


def give_back(line: LoanLine, quantity: int, *, at: datetime) -> None:
    """Let some items of a line be lent again."""
    row = Reservation.objects.get(line=line, released_at__isnull=True)
    if quantity >= row.quantity:
        _release(row, at=at)
        return
    row.quantity -= quantity
    row.save(update_fields=["quantity"])


def release_all(loan: Loan, *, at: datetime) -> None:
    """Let everything that is promised to a loan go."""
    for row in _open(loan):
        _release(row, at=at)


def _open(loan: Loan) -> list[Reservation]:
    return list(
        Reservation.objects.select_for_update()
        .filter(line__loan=loan, released_at__isnull=True)
        .order_by("asset_id")
    )


def _release(row: Reservation, *, at: datetime) -> None:
    row.released_at, row.is_out = at, False
    row.save(update_fields=["released_at", "is_out"])
