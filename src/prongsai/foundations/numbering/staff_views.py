"""The register of numbers: what was given, what is void, and that nothing is missing."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.numbering import actions, permissions, queries
from prongsai.foundations.numbering.columns import COLUMNS
from prongsai.foundations.numbering.filters import NumberFilters
from prongsai.foundations.numbering.forms import VoidForm
from prongsai.foundations.numbering.kinds import label_of
from prongsai.ui.listing import listing


def _only_for_the_office(request: StaffRequest) -> None:
    if not permissions.can_see_register(request.user, on=timezone.localdate()):
        raise PermissionDenied


@require_safe
def register(request: StaffRequest) -> HttpResponse:
    _only_for_the_office(request)
    found = listing(
        request,
        queries.given(),
        filters=NumberFilters,
        columns=COLUMNS,
        sort="-given_at",
        name="numbers",
        caption=_("Register of numbers"),
    )
    if found.download is not None:
        return found.download
    context = {"listing": found, "gaps": queries.gaps()}
    return render(request, "numbering/staff/register.html", context)


@require_safe
def number(request: StaffRequest, pk: int) -> HttpResponse:
    _only_for_the_office(request)
    found = get_object_or_404(queries.given(), pk=pk)
    may = permissions.can_void(request.user, on=timezone.localdate())
    context = {
        "number": found,
        "kind": label_of(found.kind),
        "can_void": may and found.voided_at is None,
    }
    return render(request, "numbering/staff/number.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def void(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.given(), pk=pk)
    if not permissions.can_void(request.user, on=timezone.localdate()):
        raise PermissionDenied
    form = VoidForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.void(found, reason=reason, by=request.user, at=timezone.now())
        messages.success(request, _("The number is void. It stays in the register."))
        return redirect(found)
    context = {"number": found, "kind": label_of(found.kind), "form": form}
    return render(request, "numbering/staff/void.html", context)
