"""Changing the register: one page with one form for every deed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, form_page
from prongsai.foundations.submissions.http import once
from prongsai.registers.lending.actions import assets as actions
from prongsai.registers.lending.actions import photos
from prongsai.registers.lending.forms import assets as forms
from prongsai.registers.lending.models.assets import Asset
from prongsai.registers.lending.staff_views.finding import (
    assets_trail,
    managed_asset,
    must_manage,
)
from prongsai.registers.lending.states.assets import Condition


def deed_page(asset: Asset, title: str, submit: str, *, lead: str = "") -> FormPage:
    """The words around the form of a deed on one asset."""
    trail = assets_trail((asset.code, asset.get_absolute_url()), (title, ""))
    return FormPage(
        title=title,
        submit=submit,
        lead=lead or str(asset),
        back=asset.get_absolute_url(),
        trail=trail,
    )


@require_http_methods(["GET", "POST"])
@once
def register(request: StaffRequest) -> HttpResponse:
    """A new entry."""
    must_manage(request)
    form = forms.AssetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        entered = actions.register(form.instance, by=request.user, at=now)
        photos.attach(entered, form.cleaned_data["photos"], by=request.user, at=now)
        messages.success(request, _("The asset is in the register."))
        return redirect(entered)
    trail = assets_trail((_("New asset"), ""))
    page = FormPage(
        title=_("New asset"), submit=_("Enter"), back=trail[0][1], trail=trail
    )
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    """A correction; the history keeps what stood there."""
    found = managed_asset(request, pk)
    form = forms.AssetEditForm(
        request.POST or None, instance=managed_asset(request, pk)
    )
    if request.method == "POST" and form.is_valid():
        actions.edit(
            found,
            form.cleaned_data,
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("The entry is corrected."))
        return redirect(found)
    return form_page(request, form, deed_page(found, _("Correct the entry"), _("Save")))


@require_http_methods(["GET", "POST"])
@once
def move(request: StaffRequest, pk: int) -> HttpResponse:
    """To another division, place or keeper."""
    found = managed_asset(request, pk)
    form = forms.MoveForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.move(found, form.movement, by=request.user, at=timezone.now())
        messages.success(request, _("The asset is entered at its new place."))
        return redirect(found)
    return form_page(request, form, deed_page(found, _("Move"), _("Move")))


@require_http_methods(["GET", "POST"])
@once
def repair(request: StaffRequest, pk: int) -> HttpResponse:
    """To the workshop."""
    found = managed_asset(request, pk)
    form = forms.ToRepairForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.send_to_repair(found, form.repair, by=request.user, at=timezone.now())
        messages.success(request, _("The repair is noted."))
        return redirect(found)
    page = deed_page(found, _("Send to repair"), _("Send to repair"))
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def repaired(request: StaffRequest, pk: int) -> HttpResponse:
    """Back from the workshop."""
    found = managed_asset(request, pk)
    form = forms.BackFromRepairForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.take_back_from_repair(
            found, form.repair, by=request.user, at=timezone.now()
        )
        messages.success(request, _("The asset is in use again."))
        return redirect(found)
    page = deed_page(found, _("Back from repair"), _("Take back"))
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def condition(request: StaffRequest, pk: int) -> HttpResponse:
    """In another condition than the register says."""
    found = managed_asset(request, pk)
    form = forms.ConditionForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        seen = Condition(form.cleaned_data["condition"])
        note = form.cleaned_data["note"]
        actions.change_condition(
            found, seen, note=note, by=request.user, at=timezone.now()
        )
        messages.success(request, _("The condition is noted."))
        return redirect(found)
    page = deed_page(found, _("Change the condition"), _("Save"))
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def add_photos(request: StaffRequest, pk: int) -> HttpResponse:
    """More photos."""
    found = managed_asset(request, pk)
    form = forms.PhotosForm(request.POST or None, request.FILES or None, instance=found)
    if request.method == "POST" and form.is_valid():
        photos.add(
            found, form.cleaned_data["photos"], by=request.user, at=timezone.now()
        )
        messages.success(request, _("The photos are kept."))
        return redirect(found)
    return form_page(request, form, deed_page(found, _("Add photos"), _("Add")))
