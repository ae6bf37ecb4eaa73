"""The things of the invented office, entered into its asset register."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from importlib.resources import files
from typing import Any

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import Division
from prongsai.registers.lending.actions.assets import register
from prongsai.registers.lending.actions.groups import save_group
from prongsai.registers.lending.models import Asset, AssetGroup
from prongsai.registers.lending.states.assets import AcquiredHow, AssetKind, Fund

_CONSUMABLES = "490"


def make_goods(
    divisions: Mapping[str, Division],
    *,
    by: User,
    at: datetime,
    progress: Callable[[str, int, int], None],
) -> list[Asset]:
    """Enter every thing of ``goods.toml``."""
    plan = tomllib.loads(files(__package__).joinpath("goods.toml").read_text("utf-8"))
    groups = {
        row["code"]: save_group(AssetGroup(**row), by=by, at=at)
        for row in plan["group"]
    }
    drafts = list(_drafts(plan["thing"], groups, divisions))
    made = []
    for number, draft in enumerate(drafts, 1):
        made.append(register(draft, by=by, at=at))
        progress("assets", number, len(drafts))
    return made


def _drafts(
    things: list[dict[str, Any]],
    groups: Mapping[str, AssetGroup],
    divisions: Mapping[str, Division],
) -> Iterator[Asset]:
    numbers = dict.fromkeys(groups, 0)
    for thing in things:
        for copy in range(1, thing["copies"] + 1):
            numbers[thing["group"]] += 1
            code = f"{thing['group']}-65-{numbers[thing['group']]:04d}"
            yield Asset(
                code=code,
                name_th=_named(thing["name_th"], copy),
                name_en=_named(thing["name_en"], copy),
                group=groups[thing["group"]],
                division=divisions[thing["division"]],
                unit=thing["unit"],
                quantity=thing["quantity"],
                unit_price=Decimal(thing["price"]),
                kind=_kind(thing["group"]),
                acquired_how=AcquiredHow.BOUGHT,
                acquired_on=date(2022, 3, 1 + copy),
                fund=Fund.BUDGET,
                place=str(divisions[thing["division"]].name_th),
                public_borrowable=thing["public"],
                # Wheelchairs and beds are for residents; that division has no head yet.
                internal_borrowable=thing["division"] != "welfare",
            )


def _named(name: str, copy: int) -> str:
    return name % copy if "%d" in name else name


def _kind(group: str) -> AssetKind:
    return AssetKind.CONSUMABLE if group == _CONSUMABLES else AssetKind.DURABLE
