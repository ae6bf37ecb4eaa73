"""What a thing is worth in the books on a day: straight-line, month by month."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from prongsai.registers.lending import rules
from prongsai.registers.lending.models.assets import Asset
from prongsai.registers.lending.states.assets import AssetKind

_MONTHS = 12
_SATANG = Decimal("0.01")


@dataclass(frozen=True, kw_only=True)
class Depreciation:
    """The value of an asset in the books, and the figures it was computed from.

    ``reason`` is empty, or says why nothing is written down: ``consumable``,
    ``unknown`` (price, day or useful life missing) or ``below_threshold``.
    """

    reason: str
    cost: Decimal = Decimal(0)
    life: int = 0
    months: int = 0
    yearly: Decimal = Decimal(0)
    written_down: Decimal = Decimal(0)
    threshold: int = 0

    @property
    def value(self) -> Decimal:
        """What is left in the books."""
        return self.cost - self.written_down


def depreciation(asset: Asset, *, on: date) -> Depreciation:
    """Return cost, yearly share and what is left on a day.

    The month of acquisition counts when the thing came in its first half; the last
    baht stays in the books as long as the thing does. Rules in ``rules.toml``.
    """
    if asset.kind == AssetKind.CONSUMABLE:
        return Depreciation(reason="consumable")
    price, life, since = asset.price, asset.life, asset.acquired_on
    if not price or not life or since is None or asset.unit_price is None:
        return Depreciation(reason="unknown")
    threshold = rules.value("capital_threshold_baht", on=since)
    if asset.unit_price < threshold:
        return Depreciation(reason="below_threshold", cost=price, threshold=threshold)
    months = min(_months_in_use(since, on), life * _MONTHS)
    kept = rules.value("value_kept_baht", on=on) * asset.quantity
    share = price * months / (life * _MONTHS)
    return Depreciation(
        reason="",
        cost=price,
        life=life,
        months=months,
        yearly=_rounded(price / life),
        written_down=_rounded(min(share, price - kept)),
        threshold=threshold,
    )


def _months_in_use(since: date, on: date) -> int:
    """Count the months from the first that counts to the last that has ended."""
    last = rules.value("last_day_of_first_month", on=since)
    begun = since.year * _MONTHS + since.month + (since.day > last)
    tomorrow = on + timedelta(days=1)
    return max(tomorrow.year * _MONTHS + tomorrow.month - begun, 0)


def _rounded(amount: Decimal) -> Decimal:
    return amount.quantize(_SATANG, ROUND_HALF_UP)
