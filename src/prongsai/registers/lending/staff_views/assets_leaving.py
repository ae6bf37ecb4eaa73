"""What is missing, and what leaves the register: fact-finding, disposal, the Audit Office."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.lending import rules
from prongsai.registers.lending.actions import disposals, missing
from prongsai.registers.lending.filters.assets import DisposalFilters
from prongsai.registers.lending.forms import assets as forms
from prongsai.registers.lending.models.assets import Asset
from prongsai.registers.lending.permissions import assets as permissions
from prongsai.registers.lending.queries import assets as queries
from prongsai.registers.lending.staff_views.asset_tables import DISPOSAL_COLUMNS
from prongsai.registers.lending.staff_views.assets_writing import deed_page
from prongsai.registers.lending.staff_views.finding import (
    assets_trail,
    managed_asset,
    must_manage,
)
from prongsai.ui.listing import listing

Deed = Callable[..., Asset]


def _loss_page(
    request: StaffRequest, pk: int, *, deed: Deed, words: tuple[str, str]
) -> HttpResponse:
    """One page for the three deeds about what is missing."""
    title, lead = words
    found = managed_asset(request, pk)
    form = forms.LossForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        deed(found, form.loss, by=request.user, at=timezone.now())
        messages.success(request, _("It is noted in the history of the asset."))
        return redirect(found)
    return form_page(request, form, deed_page(found, title, _("Save"), lead=lead))


@require_http_methods(["GET", "POST"])
@once
def report_missing(request: StaffRequest, pk: int) -> HttpResponse:
    """Something cannot be found."""
    lead = _("Nothing is deducted. A committee finds the facts (clause 214).")
    words = (_("Report as missing"), lead)
    return _loss_page(request, pk, deed=missing.report_missing, words=words)


@require_http_methods(["GET", "POST"])
@once
def found_again(request: StaffRequest, pk: int) -> HttpResponse:
    """Something turned up."""
    words = (_("Found again"), "")
    return _loss_page(request, pk, deed=missing.find_again, words=words)


@require_http_methods(["GET", "POST"])
@once
def lost(request: StaffRequest, pk: int) -> HttpResponse:
    """The fact-finding came to an end: lost."""
    lead = _("It stays in the register until it is written off (clause 217).")
    words = (_("Loss established"), lead)
    return _loss_page(request, pk, deed=missing.establish_loss, words=words)


@require_http_methods(["GET", "POST"])
@once
def strike_off(request: StaffRequest, pk: int) -> HttpResponse:
    """Off the register, by an approved memo."""
    found = managed_asset(request, pk)
    form = forms.DisposalForm(
        request.POST or None, instance=found, initial={"quantity": found.quantity}
    )
    if request.method == "POST" and form.is_valid():
        disposals.strike_off(found, form.approval, by=request.user, at=timezone.now())
        days = rules.value("audit_office_days", on=today())
        words = _("It is struck off. Inform the Audit Office within %(days)s days.")
        messages.success(request, words % {"days": days})
        return redirect(found)
    page = deed_page(found, _("Strike off"), _("Strike off"))
    return form_page(request, form, page)


@require_safe
def disposed(request: StaffRequest) -> HttpResponse:
    """Everything that left, and whether the Audit Office knows."""
    found = listing(
        request,
        queries.disposals(request.user, on=today()),
        filters=DisposalFilters,
        columns=DISPOSAL_COLUMNS,
        sort="-struck_off_on",
        name="disposals",
        caption=_("Struck off"),
    )
    context = {
        "listing": found,
        "untold": queries.untold_disposals(request.user, on=today()),
        "can_manage": permissions.can_manage_assets(request.user, on=today()),
        "trail": assets_trail((_("Struck off"), "")),
    }
    return found.download or render(
        request, "lending/staff/assets/disposals.html", context
    )


@require_http_methods(["GET", "POST"])
@once
def tell_audit_office(request: StaffRequest, pk: int) -> HttpResponse:
    """The letter about a disposal."""
    found = get_object_or_404(queries.disposals(request.user, on=today()), pk=pk)
    must_manage(request)
    form = forms.LetterForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        disposals.tell_audit_office(
            found, **form.cleaned_data, by=request.user, at=timezone.now()
        )
        messages.success(request, _("The letter is noted."))
        return redirect("lending:disposals")
    title = _("Letter to the Audit Office")
    trail = assets_trail((title, ""))
    page = FormPage(
        title=title,
        submit=_("Save"),
        lead=str(found.asset),
        back=found.asset.get_absolute_url(),
        trail=trail,
    )
    return form_page(request, form, page)
