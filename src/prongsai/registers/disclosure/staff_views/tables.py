"""Tables from spreadsheets: uploaded, looked at, taken over."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import UNPROCESSABLE, form_page
from prongsai.foundations.submissions.http import once
from prongsai.registers.disclosure.actions import checks, parts
from prongsai.registers.disclosure.forms.parts import TableForm, TableUploadForm
from prongsai.registers.disclosure.models import Item, Part
from prongsai.registers.disclosure.queries import tables as reading
from prongsai.registers.disclosure.queries.items import (
    keys_of,
    uploads_visible_to,
)
from prongsai.registers.disclosure.staff_views import table_page
from prongsai.registers.disclosure.staff_views.finding import (
    page_about,
    written_item,
    written_part,
)


@require_http_methods(["GET", "POST"])
@once
def upload(request: StaffRequest, pk: int) -> HttpResponse:
    """A spreadsheet for a new part."""
    return _uploaded(request, written_item(request, pk), None)


@require_http_methods(["GET", "POST"])
@once
def upload_for(request: StaffRequest, pk: int) -> HttpResponse:
    """A newer spreadsheet for a part."""
    part = written_part(request, pk)
    return _uploaded(request, part.item, part)


def _uploaded(request: StaffRequest, found: Item, part: Part | None) -> HttpResponse:
    form = TableUploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        received = parts.upload_table(
            found,
            form.cleaned_data["file"],
            part=part,
            by=request.user,
            at=timezone.now(),
        )
        key = request.GET.get("key", "")
        to = received.get_absolute_url()
        return redirect(f"{to}?key={key}" if key in keys_of(found) else to)
    note = _("The first row holds the headings. At most 10,000 rows.")
    page = page_about(found, _("Table from a spreadsheet"), _("Look at it"), note=note)
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def table(request: StaffRequest, pk: int) -> HttpResponse:
    """The table as it would stand there, with its heading and elements to fill in."""
    received = get_object_or_404(uploads_visible_to(request.user), pk=pk)
    if received.taken_at is not None:
        return redirect(received.item)
    read = reading.read(received)
    form = TableForm(
        request.POST or None,
        item=received.item,
        table=read.table,
        initial=table_page.initial_of(received, key=request.GET.get("key", "")),
    )
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        part = parts.take_table(received, form.draft, by=request.user, at=now)
        checks.run(part.item, by=request.user, at=now)
        messages.success(request, _("The table is taken over."))
        return redirect(part.item)
    status = UNPROCESSABLE if form.is_bound else 200
    context = table_page.table_context(received, read, form)
    return render(request, "disclosure/staff/table.html", context, status=status)
