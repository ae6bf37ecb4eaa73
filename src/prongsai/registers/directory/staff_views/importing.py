"""A file of people and terms: the template, reading it in, looking at it, taking it over."""

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
from prongsai.foundations.accounts.pages import UNPROCESSABLE, today
from prongsai.foundations.files.sheet_problems import SHOWN, problems_table
from prongsai.foundations.submissions.http import once
from prongsai.registers.directory import rules
from prongsai.registers.directory.actions import importing
from prongsai.registers.directory.exports import template_file
from prongsai.registers.directory.forms.publishing import ImportForm
from prongsai.registers.directory.imports.checking import Checked, check
from prongsai.registers.directory.models import TermImport
from prongsai.registers.directory.queries import directory as queries
from prongsai.registers.directory.staff_views.finding import (
    deed_page,
    must_write,
    own_import,
    trail_to,
)
from prongsai.ui import exporting
from prongsai.ui.tables import Column, Row, Table
from prongsai.ui.writing import short_date

_FIRST = 30


@require_safe
def template(request: StaffRequest) -> HttpResponse:
    """The workbook to fill in."""
    must_write(request)
    return exporting.answer(
        template_file(queries.standing_seats()),
        content_type=exporting.XLSX_TYPE,
        name="people-template.xlsx",
    )


@require_http_methods(["GET", "POST"])
@once
def upload(request: StaffRequest) -> HttpResponse:
    """Choose a file; nothing is written yet."""
    must_write(request)
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        draft = form.cleaned_data["file"]
        return redirect(importing.keep_file(draft, by=request.user, at=timezone.now()))
    page = deed_page(_("Bring in people and terms"), _("Look at the file"))
    most = f"{rules.value('import_rows', on=today()):,}"
    context = {"form": form, "page": page, "trail": page.trail, "most": most}
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "directory/staff/upload.html", context, status=status)


@require_safe
def preview(request: StaffRequest, pk: int) -> HttpResponse:
    """What a file would do: the rows that are fine, and what is wrong with the others."""
    found = own_import(request, pk)
    checked = check(found)
    context = {
        "uploaded": found,
        "is_over": found.confirmed_at is not None,
        "checked": checked,
        "fine_rows": found.rows - checked.bad_rows,
        "problems": problems_table(checked.problems, column=_("Column")),
        "more": max(len(checked.problems) - SHOWN, 0),
        "lines": _lines(checked),
        "trail": trail_to((found.file_name, "")),
    }
    return render(request, "directory/staff/preview.html", context)


@require_POST
@once
def confirm(request: StaffRequest, pk: int) -> HttpResponse:
    """All rows, or none."""
    found: TermImport = own_import(request, pk)
    checked = check(found)
    if found.confirmed_at is None and not checked.is_fine:
        return redirect(found)
    count = importing.confirm(found, checked.lines, by=request.user, at=timezone.now())
    messages.success(request, _("%(count)s terms are entered.") % {"count": count})
    return redirect("directory:directory")


@require_POST
@once
def discard(request: StaffRequest, pk: int) -> HttpResponse:
    """Throw the file away."""
    found = own_import(request, pk)
    importing.discard(found, by=request.user, at=timezone.now())
    messages.info(request, _("The file is thrown away. Nothing was written."))
    return redirect("directory:directory")


def _lines(checked: Checked) -> Table:
    columns = [
        Column("position", _("Position")),
        Column("name", _("Name")),
        Column("from", _("From")),
        Column("to", _("To")),
        Column("basis", _("Order or announcement")),
    ]
    rows = [
        Row(
            cells=[
                str(line.seat),
                f"{line.person.prefix}{line.person.first_name} {line.person.last_name}",
                short_date(line.starts_on),
                short_date(line.ends_on) if line.ends_on else "–",
                line.basis,
            ]
        )
        for line in checked.lines[:_FIRST]
    ]
    return Table(_("The first rows"), columns=columns, rows=rows)
