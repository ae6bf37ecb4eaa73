"""What stands on the page of one asset: facts, worth, history, and what can be done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files import queries as files
from prongsai.registers.lending.models.assets import Asset, AssetEvent
from prongsai.registers.lending.permissions import assets as permissions
from prongsai.registers.lending.queries import assets as queries
from prongsai.registers.lending.queries import loans as loan_queries
from prongsai.registers.lending.queries.depreciation import Depreciation, depreciation
from prongsai.registers.lending.staff_views.finding import assets_trail
from prongsai.registers.lending.states.assets import (
    ASSET_TONES,
    CONDITION_TONES,
    AssetState,
    Condition,
)
from prongsai.registers.lending.states.loans import TONES, LoanState
from prongsai.ui.timeline import Moment
from prongsai.ui.writing import short_date, with_commas

Pairs = list[tuple[str, object]]
_LOANS_SHOWN = 20


@dataclass(frozen=True)
class Deed:
    """A button on the page: the deed, its name, its icon, the states it fits."""

    url_name: str
    label: str | Promise
    icon: str
    states: frozenset[AssetState]
    needs_missing: bool = False
    is_next: bool = False


_HERE = frozenset({AssetState.IN_USE, AssetState.UNDER_REPAIR, AssetState.FACT_FINDING})
_USED = frozenset({AssetState.IN_USE})
_PRESENT = frozenset({AssetState.IN_USE, AssetState.UNDER_REPAIR})

DEEDS = (
    Deed("asset_edit", gettext_lazy("Correct the entry"), "edit", _HERE),
    Deed("asset_move", gettext_lazy("Move"), "place", _PRESENT),
    Deed("asset_repair", gettext_lazy("Send to repair"), "tools", _USED),
    Deed(
        "asset_repaired",
        gettext_lazy("Back from repair"),
        "return",
        frozenset({AssetState.UNDER_REPAIR}),
        is_next=True,
    ),
    Deed("asset_condition", gettext_lazy("Change the condition"), "eye", _PRESENT),
    Deed("asset_missing", gettext_lazy("Report as missing"), "warn", _PRESENT),
    Deed("asset_found", gettext_lazy("Found again"), "ok", _HERE, needs_missing=True),
    Deed(
        "asset_lost", gettext_lazy("Loss established"), "bad", _HERE, needs_missing=True
    ),
    Deed("asset_photos", gettext_lazy("Add photos"), "picture", _HERE),
    Deed("asset_strike_off", gettext_lazy("Strike off"), "delete", _HERE),
)


def asset_context(user: User, asset: Asset, *, on: date) -> dict[str, object]:
    """Return everything the template shows."""
    can_manage = permissions.can_manage_assets(user, on=on)
    loans = loan_queries.visible_to(user, on=on).filter(lines__asset=asset)
    return {
        "asset": asset,
        "trail": assets_trail((asset.code, "")),
        "state_tone": ASSET_TONES[AssetState(asset.state)],
        "condition_tone": CONDITION_TONES[Condition(asset.condition)],
        "facts": list(_facts(asset)),
        "origin": list(_origin(asset)),
        "worth": list(_worth(depreciation(asset, on=on), on)),
        "photos": list(files.of(asset)),
        "moments": [_moment(event) for event in queries.history(asset)],
        "loans": [
            (loan, TONES[LoanState(loan.state)])
            for loan in loans.distinct()[:_LOANS_SHOWN]
        ],
        "deeds": _deeds(asset) if can_manage else [],
        "can_manage": can_manage,
    }


def _deeds(asset: Asset) -> list[dict[str, object]]:
    return [
        {
            "href": reverse(f"lending:{deed.url_name}", args=[asset.pk]),
            "label": deed.label,
            "icon": deed.icon,
            "is_next": deed.is_next,
        }
        for deed in DEEDS
        if asset.state in deed.states and (asset.missing or not deed.needs_missing)
    ]


def _facts(asset: Asset) -> Iterator[tuple[str, object]]:
    yield _("Asset group"), asset.group
    yield _("Kind"), asset.get_kind_display()
    yield _("Quantity"), f"{with_commas(asset.quantity)} {asset.unit}"
    if asset.missing:
        yield _("Of these missing"), with_commas(asset.missing)
    yield _("Brand and model"), f"{asset.brand} {asset.model_name}".strip()
    yield _("Serial number"), asset.serial
    yield _("Responsible division"), asset.division
    yield _("Place"), asset.place
    yield _("Responsible person"), asset.keeper or ""
    yield _("Who may borrow it"), _borrowers(asset)
    yield _("Notes"), asset.notes


def _borrowers(asset: Asset) -> str:
    doors = [
        (asset.internal_borrowable, _("staff")),
        (asset.public_borrowable, _("residents and agencies")),
    ]
    return ", ".join(word for is_open, word in doors if is_open) or _("nobody")


def _origin(asset: Asset) -> Iterator[tuple[str, object]]:
    yield _("Acquired how"), asset.get_acquired_how_display()
    yield _("Acquired on"), short_date(asset.acquired_on) if asset.acquired_on else ""
    yield _("Price each"), _baht(asset.unit_price)
    if asset.is_lot:
        yield _("Price of all"), _baht(asset.price)
    yield _("Document number"), asset.document_number
    yield _("Paid from"), asset.get_fund_display()


def _baht(amount: object) -> str:
    return "" if amount is None else _("%(amount)s baht") % {"amount": f"{amount:,}"}


_NO_DEPRECIATION = {
    "consumable": gettext_lazy("Consumables are not written down."),
    "unknown": gettext_lazy(
        "Price, day of acquisition or useful life is not known, "
        "so nothing can be computed."
    ),
}


def _worth(found: Depreciation, on: date) -> Iterator[tuple[str, object]]:
    """Say the value in the books and how it comes about."""
    if found.reason == "below_threshold":
        words = _("Cheaper than %(limit)s baht each: not written down.")
        yield _("Value in the books"), words % {"limit": f"{found.threshold:,}"}
        return
    if found.reason:
        yield _("Value in the books"), _NO_DEPRECIATION[found.reason]
        return
    yield _("Useful life"), _("%(years)s years") % {"years": found.life}
    yield _("Written down each year"), _baht(found.yearly)
    label = _("Value in the books on %(day)s") % {"day": short_date(on)}
    yield label, _baht(found.value)
    how = _(
        "Price %(cost)s divided by %(life)s years, times %(months)s months of 12: "
        "%(written)s baht are written down."
    )
    facts = {
        "cost": f"{found.cost:,}",
        "life": found.life,
        "months": found.months,
        "written": f"{found.written_down:,}",
    }
    yield _("How it is computed"), how % facts


def _moment(event: AssetEvent) -> Moment:
    who = event.recorded_by.get_full_name() if event.recorded_by else ""
    return Moment(
        at=event.happened_on,
        title=event.get_kind_display(),
        text=" · ".join(_told(event)),
        who=who,
    )


def _told(event: AssetEvent) -> Iterator[str]:
    """Say what else a line of history holds, in words."""
    if event.to_division and event.from_division:
        left = f"{event.from_division} {event.from_place}".strip()
        yield f"{left} → {event.to_division} {event.to_place}".strip()
    if event.from_condition and event.to_condition:
        before, after = Condition(event.from_condition), Condition(event.to_condition)
        yield f"{before.label} → {after.label}"
    if event.quantity is not None:
        yield _("quantity %(number)s") % {"number": with_commas(event.quantity)}
    if event.cost is not None:
        yield _baht(event.cost)
    yield from (
        f"{_field_name(n)}: {o or '–'} → {w or '–'}" for n, (o, w) in _changes(event)
    )
    yield from (text for text in (event.reference, event.note) if text)


def _changes(event: AssetEvent) -> list[tuple[str, list[str]]]:
    """The corrected fields whose values are texts; rows are named by key and left out."""
    return [(n, v) for n, v in event.changes.items() if n not in {"group", "keeper"}]


def _field_name(name: str) -> str:
    return str(getattr(Asset._meta.get_field(name), "verbose_name", name))
