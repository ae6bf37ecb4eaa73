"""Reading the register: the list, an asset with its history, the way a QR code leads."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import today
from prongsai.registers.lending.filters.assets import AssetFilters
from prongsai.registers.lending.permissions import assets as permissions
from prongsai.registers.lending.queries import assets as queries
from prongsai.registers.lending.queries import checks as check_queries
from prongsai.registers.lending.staff_views.asset_page import asset_context
from prongsai.registers.lending.staff_views.asset_tables import ASSET_COLUMNS
from prongsai.registers.lending.staff_views.finding import asset_of, assets_trail
from prongsai.ui.listing import listing


@require_safe
def assets(request: StaffRequest) -> HttpResponse:
    """The register, or the part of it this person may see."""
    found = listing(
        request,
        queries.visible_to(request.user, on=today()),
        filters=AssetFilters,
        columns=ASSET_COLUMNS,
        sort="code",
        name="assets",
        caption=_("Asset register"),
        empty=_("Enter the first asset, or bring a whole list in from a file."),
    )
    can_manage = permissions.can_manage_assets(request.user, on=today())
    context = {"listing": found, "can_manage": can_manage, "trail": assets_trail()}
    return found.download or render(request, "lending/staff/assets/list.html", context)


@require_safe
def asset(request: StaffRequest, pk: int) -> HttpResponse:
    """One asset: facts, photos, what happened to it, what can be done."""
    found = asset_of(request, pk)
    context = asset_context(request.user, found, on=today())
    return render(request, "lending/staff/assets/asset.html", context)


@require_safe
def by_code(request: StaffRequest, code: str) -> HttpResponse:
    """Where the QR code of a label leads: to its line while this person counts, else to it."""
    line = check_queries.line_to_count(request.user, code)
    if line is not None:
        return redirect("lending:count_line", pk=line.stock_check_id, item=line.pk)
    seen = queries.visible_to(request.user, on=today())
    return redirect(get_object_or_404(seen, code=code))
