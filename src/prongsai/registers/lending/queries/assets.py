"""Every way to read assets, their groups and their history."""

from datetime import date

from django.db.models import Q, QuerySet

from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.queries import capacities
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.queries import with_sections
from prongsai.registers.lending.models.assets import Asset, AssetEvent, AssetGroup
from prongsai.registers.lending.models.disposals import Disposal
from prongsai.registers.lending.models.imports import AssetImport
from prongsai.registers.lending.permissions import assets as permissions
from prongsai.registers.lending.states.assets import AssetState


def visible_to(user: User, *, on: date) -> QuerySet[Asset]:
    """Return the assets a person may see: all, or their division's and what is lent.

    Administrators manage people and see none.
    """
    seen = Asset.objects.filter(organisation=user.organisation_id).select_related(
        "group", "division"
    )
    held = capacities(user, on=on)
    if any(found.role in permissions.READS_EVERYTHING for found in held):
        return seen
    own = [found.division for found in held if found.role in permissions.READS_DIVISION]
    if not own:
        return seen.none()
    divisions: set[int] = set()
    for division in own:
        if division is None:
            return seen
        divisions |= with_sections(division)
    return seen.filter(
        Q(division__in=divisions)
        | Q(internal_borrowable=True) & ~Q(state=AssetState.STRUCK_OFF)
    )


def history(asset: Asset) -> QuerySet[AssetEvent]:
    """Return what happened to an asset, the latest first."""
    return (
        AssetEvent.objects.filter(asset=asset)
        .select_related("recorded_by", "from_division", "to_division")
        .order_by("-happened_on", "-pk")
    )


def disposals(user: User, *, on: date) -> QuerySet[Disposal]:
    """Return the disposals of the assets a person may see, the latest first."""
    return (
        Disposal.objects.filter(asset__in=visible_to(user, on=on))
        .select_related("asset", "recorded_by")
        .order_by("-struck_off_on", "-pk")
    )


def untold_disposals(user: User, *, on: date) -> list[Disposal]:
    """Return the disposals the Audit Office was not told of, the oldest first."""
    rows = disposals(user, on=on).filter(told_on__isnull=True)
    return list(rows.order_by("struck_off_on", "pk"))


def imports(user: User, *, on: date) -> QuerySet[AssetImport]:
    """Return the files of assets somebody brought in; only who keeps the register sees them."""
    found = AssetImport.objects.filter(organisation=user.organisation_id)
    if not permissions.can_manage_assets(user, on=on):
        return found.none()
    return found


def groups() -> QuerySet[AssetGroup]:
    """Return the asset groups of the current office by their code."""
    return AssetGroup.objects.filter(organisation=tenancy.required())


def group_with_subgroups(group: AssetGroup) -> set[int]:
    """Return the keys of a group and of every group inside it."""
    rows = list(groups().values_list("pk", "parent_id"))
    found = {group.pk}
    while more := {pk for pk, parent in rows if parent in found} - found:
        found |= more
    return found


def taken_codes(codes: list[str]) -> set[str]:
    """Return those of these codes that stand in the register of the office already."""
    found: set[str] = set()
    for start in range(0, len(codes), 500):
        found.update(
            Asset.objects.filter(
                organisation=tenancy.required(), code__in=codes[start : start + 500]
            ).values_list("code", flat=True)
        )
    return found
