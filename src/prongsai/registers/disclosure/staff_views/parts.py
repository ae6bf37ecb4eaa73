"""The parts of an item: which kind to add, added, changed, moved, removed."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.pages import form_page
from prongsai.foundations.submissions.http import once
from prongsai.registers.disclosure import tasks
from prongsai.registers.disclosure.actions import checks
from prongsai.registers.disclosure.actions import parts as actions
from prongsai.registers.disclosure.forms.parts import FORMS
from prongsai.registers.disclosure.models import Item
from prongsai.registers.disclosure.queries import showing
from prongsai.registers.disclosure.staff_views import choosing, item_page
from prongsai.registers.disclosure.staff_views.finding import (
    page_about,
    written_item,
    written_part,
)
from prongsai.registers.disclosure.states import PartKind


@require_safe
def choose(request: StaffRequest, pk: int) -> HttpResponse:
    """Which kind of part to add."""
    found = written_item(request, pk)
    key = request.GET.get("key", "")
    context = choosing.choice_context(found, key=key)
    return render(request, "disclosure/staff/choose.html", context)


@require_http_methods(["GET", "POST"])
@once
def add(request: StaffRequest, pk: int, kind: str) -> HttpResponse:
    """A new part."""
    found = written_item(request, pk)
    key = request.GET.get("key", "")
    initial = choosing.initial_of(found, PartKind(kind), key=key)
    form = FORMS[PartKind(kind)](
        request.POST or None, request.FILES or None, item=found, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        files = form.cleaned_data.get("documents") or ()
        actions.add(found, form.draft, files=files, by=request.user, at=now)
        _check(found, by=request.user, at=now)
        messages.success(request, _("The part is added."))
        return redirect(found)
    title = choosing.TITLES[PartKind(kind)]
    page = page_about(found, str(title), _("Add"), note=choosing.note_of(found, key))
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    """A part, changed."""
    part = written_part(request, pk)
    kind = PartKind(part.kind)
    if kind == PartKind.TABLE:
        return redirect("disclosure:replace_table", pk=pk)
    form = FORMS[kind](
        request.POST or None, request.FILES or None, item=part.item, instance=part
    )
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        files = form.cleaned_data.get("documents") or ()
        version = form.expected_version
        actions.edit(
            part, form.draft, files=files, version=version, by=request.user, at=now
        )
        _check(part.item, by=request.user, at=now)
        messages.success(request, _("The part is changed."))
        return redirect(part.item)
    note = item_page.edit_note(part.item)
    page = page_about(part.item, _("Change a part"), _("Save"), note=note)
    return form_page(request, form, page, files=choosing.files_of(part))


def _check(item: Item, *, by: User, at: datetime) -> None:
    """Check an item: at once, or in the background when files must be looked at first."""
    if showing.unread(item=item.pk):
        tasks.check_some.enqueue(item=item.pk, by=by.pk)
    else:
        checks.run(item, by=by, at=at)


@require_POST
@once
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    """Out of the item."""
    part = written_part(request, pk)
    now = timezone.now()
    found = actions.remove(part, by=request.user, at=now)
    checks.run(found, by=request.user, at=now)
    messages.info(request, _("The part is removed."))
    return redirect(found)


@require_POST
@once
def move(request: StaffRequest, pk: int, way: str) -> HttpResponse:
    """One place higher or lower."""
    part = written_part(request, pk)
    actions.move(part, up=way == "up", by=request.user, at=timezone.now())
    return redirect(part.item)
