"""From draft to public and back: proposed by a memo, published, taken back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.disclosure import permissions
from prongsai.registers.disclosure.actions import passing as actions
from prongsai.registers.disclosure.forms.items import (
    ChangedForm,
    FirstForm,
    WithdrawForm,
)
from prongsai.registers.disclosure.models import Item
from prongsai.registers.disclosure.staff_views.finding import (
    item_of,
    page_about,
    written_item,
)


def _note_form(request: StaffRequest, found: Item) -> FirstForm | ChangedForm:
    kind = FirstForm if found.published is None else ChangedForm
    data = request.POST if request.method == "POST" else None
    return kind(data, instance=found)


@require_http_methods(["GET", "POST"])
@once
def propose(request: StaffRequest, pk: int) -> HttpResponse:
    """Freeze it and draft its memo, which the proposer reads and sends on."""
    found = written_item(request, pk)
    form = _note_form(request, found)
    if request.method == "POST" and form.is_valid():
        memo = actions.propose(
            found,
            **form.cleaned_data,
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        said = _("The item is frozen and its memo is drafted. Read it and send it.")
        messages.success(request, said)
        return redirect(memo)
    note = _("Exactly what stands here now is put into the memo and published by it.")
    page = page_about(found, _("Propose by memo"), _("Draft the memo"), note=note)
    return form_page(request, form, page)


@require_POST
@once
def take_back(request: StaffRequest, pk: int) -> HttpResponse:
    """A draft again; its memo no longer counts."""
    found = written_item(request, pk)
    actions.take_back(found, by=request.user, at=timezone.now())
    messages.info(request, _("The item is a draft again. Its memo no longer counts."))
    return redirect(found)


@require_http_methods(["GET", "POST"])
@once
def publish(request: StaffRequest, pk: int) -> HttpResponse:
    """Make it public as it stands now."""
    found = item_of(request, pk)
    if not permissions.can_publish(request.user, today()):
        raise PermissionDenied
    form = _note_form(request, found)
    if request.method == "POST" and form.is_valid():
        version = actions.publish(
            found,
            **form.cleaned_data,
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("The item is public."))
        return redirect(version.publication.get_absolute_url())
    note = _("The page, its data and its files are frozen and open to everybody.")
    page = page_about(found, _("Publish the item"), _("Publish"), note=note)
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """Take it back from the public, and say why."""
    found = item_of(request, pk)
    if not permissions.can_withdraw(request.user, today()):
        raise PermissionDenied
    form = WithdrawForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.withdraw(
            found,
            **form.cleaned_data,
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.info(request, _("The item is taken back. Its page says why."))
        return redirect(found)
    title = pgettext("item", "Take back from the public")
    return form_page(request, form, page_about(found, title, title))
