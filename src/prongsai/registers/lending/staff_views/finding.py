"""What the pages of this half have in common: find the row, ask, the way back."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import Trail, today
from prongsai.registers.lending.models.assets import Asset
from prongsai.registers.lending.models.checks import StockCheck
from prongsai.registers.lending.permissions import assets as asset_permissions
from prongsai.registers.lending.permissions import checks as check_permissions
from prongsai.registers.lending.queries import assets as asset_queries
from prongsai.registers.lending.queries import checks as check_queries


def asset_of(request: StaffRequest, pk: int) -> Asset:
    """Return an asset this person may see, or answer 404."""
    return get_object_or_404(asset_queries.visible_to(request.user, on=today()), pk=pk)


def managed_asset(request: StaffRequest, pk: int) -> Asset:
    """Return an asset this person may change, or answer 404 or 403."""
    found = asset_of(request, pk)
    must_manage(request)
    return found


def must_manage(request: StaffRequest) -> None:
    """Answer 403 to everybody who does not keep the register."""
    if not asset_permissions.can_manage_assets(request.user, on=today()):
        raise PermissionDenied


def check_of(request: StaffRequest, pk: int) -> StockCheck:
    """Return a check this person may see, or answer 404."""
    return get_object_or_404(check_queries.visible_to(request.user, on=today()), pk=pk)


def counted_check(request: StaffRequest, pk: int) -> StockCheck:
    """Return a check whose committee this person sits in, or answer 404 or 403."""
    found = check_of(request, pk)
    if not check_permissions.can_count(request.user, found):
        raise PermissionDenied
    return found


def led_check(request: StaffRequest, pk: int) -> StockCheck:
    """Return a check whose papers this person enters, or answer 404 or 403."""
    found = check_of(request, pk)
    must_open_checks(request)
    return found


def must_open_checks(request: StaffRequest) -> None:
    """Answer 403 to everybody who does not enter orders."""
    if not check_permissions.can_open_check(request.user, on=today()):
        raise PermissionDenied


def assets_trail(*more: tuple[str, str]) -> Trail:
    """Return the way from the register to this page."""
    return [(_("Asset register"), reverse("lending:assets")), *more]


def checks_trail(*more: tuple[str, str]) -> Trail:
    """Return the way from the list of checks to this page."""
    return [(_("Annual checks"), reverse("lending:stock_checks")), *more]
