"""Elements this office need not show: the exemption given and ended."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import form_page
from prongsai.foundations.submissions.http import once
from prongsai.registers.disclosure.actions import checks
from prongsai.registers.disclosure.actions import exemptions as actions
from prongsai.registers.disclosure.forms.items import ExemptForm
from prongsai.registers.disclosure.queries.items import exemptions_visible_to
from prongsai.registers.disclosure.staff_views.finding import (
    item_of,
    must_keep,
    page_about,
)


@require_http_methods(["GET", "POST"])
@once
def exempt(request: StaffRequest, pk: int) -> HttpResponse:
    """Which element, why, and by which rule."""
    found = item_of(request, pk)
    must_keep(request)
    initial = {"key": request.GET.get("key", "")}
    form = ExemptForm(request.POST or None, instance=found, initial=initial)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        said = form.cleaned_data
        actions.give(found, said.pop("key"), **said, by=request.user, at=now)
        checks.run(found, by=request.user, at=now)
        messages.success(request, _("The element is not asked of this office."))
        return redirect(found)
    note = _(
        "Only where a rule or a letter says so: the assessor may see it otherwise."
    )
    page = page_about(found, _("Element not asked of us"), _("Save"), note=note)
    return form_page(request, form, page)


@require_POST
@once
def unexempt(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask for the element again."""
    given = get_object_or_404(exemptions_visible_to(request.user), pk=pk)
    now = timezone.now()
    found = actions.take_back(given, by=request.user, at=now)
    checks.run(found, by=request.user, at=now)
    messages.info(request, _("The element is asked for again."))
    return redirect(found)
