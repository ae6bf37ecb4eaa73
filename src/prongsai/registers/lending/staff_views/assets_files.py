"""Files in and out: labels, the register as a file, and a list that is brought in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, today
from prongsai.foundations.organisations.queries import divisions
from prongsai.foundations.submissions.http import once
from prongsai.registers.lending import rules
from prongsai.registers.lending.actions import importing
from prongsai.registers.lending.documents.labels import labels_pdf
from prongsai.registers.lending.exports.assets import register_file, template_file
from prongsai.registers.lending.filters.assets import AssetFilters
from prongsai.registers.lending.forms.imports import ImportForm
from prongsai.registers.lending.forms.labels import LabelsForm
from prongsai.registers.lending.imports.checking import check
from prongsai.registers.lending.queries import assets as queries
from prongsai.registers.lending.staff_views.finding import assets_trail, must_manage
from prongsai.registers.lending.staff_views.import_page import import_context
from prongsai.ui import exporting

PDF = "application/pdf"


@require_safe
def labels(request: StaffRequest) -> HttpResponse:
    """Choose how the labels of the listed assets are printed."""
    rows = queries.visible_to(request.user, on=today())
    chosen = AssetFilters(request.GET, queryset=rows, request=request).qs
    context = {
        "form": LabelsForm(None, count=chosen.count()),
        "count": chosen.count(),
        "filters": [(n, v) for n, v in request.GET.items() if n != "first"],
        "trail": assets_trail((_("Labels"), "")),
    }
    return render(request, "lending/staff/assets/labels.html", context)


@require_safe
def labels_file(request: StaffRequest) -> HttpResponse:
    """The sheet of labels of the listed assets as a PDF."""
    rows = queries.visible_to(request.user, on=today())
    chosen = AssetFilters(request.GET, queryset=rows, request=request).qs
    form = LabelsForm(request.GET, count=chosen.count())
    if not form.is_valid():
        trail = assets_trail((_("Labels"), ""))
        context = {"form": form, "count": chosen.count(), "trail": trail}
        return render(request, "lending/staff/assets/labels.html", context, status=422)
    content = labels_pdf(
        chosen.order_by("code"),
        office=request.organisation,
        site=request.build_absolute_uri("/"),
        skipped=form.skipped,
        on=today(),
    )
    return exporting.answer(content, content_type=PDF, name="labels.pdf")


@require_safe
def template(request: StaffRequest) -> HttpResponse:
    """The workbook to fill in."""
    must_manage(request)
    content = template_file(queries.groups(), divisions())
    return exporting.answer(
        content, content_type=exporting.XLSX_TYPE, name="assets-template.xlsx"
    )


@require_safe
def export(request: StaffRequest, kind: str) -> HttpResponse:
    """The register, column by column as it can be brought in again."""
    seen = queries.visible_to(request.user, on=today()).select_related("keeper")
    content = register_file(seen.order_by("code"), kind=kind)
    content_type = exporting.CSV_TYPE if kind == "csv" else exporting.XLSX_TYPE
    return exporting.answer(content, content_type=content_type, name=f"register.{kind}")


@require_http_methods(["GET", "POST"])
@once
def upload(request: StaffRequest) -> HttpResponse:
    """Choose a file; nothing is written yet."""
    must_manage(request)
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        draft = form.cleaned_data["file"]
        return redirect(importing.keep_file(draft, by=request.user, at=timezone.now()))
    title = _("Bring in a list")
    trail = assets_trail((title, ""))
    page = FormPage(
        title=title, submit=_("Look at the file"), back=trail[0][1], trail=trail
    )
    most = rules.value("import_rows", on=today())
    context = {"form": form, "page": page, "trail": trail, "most": f"{most:,}"}
    status = 422 if form.is_bound else 200
    return render(request, "lending/staff/assets/upload.html", context, status=status)


@require_safe
def preview(request: StaffRequest, pk: int) -> HttpResponse:
    """What a file would do: the rows that are fine, and what is wrong with the others."""
    found = get_object_or_404(queries.imports(request.user, on=today()), pk=pk)
    context = import_context(found)
    return render(request, "lending/staff/assets/preview.html", context)


@require_POST
@once
def confirm(request: StaffRequest, pk: int) -> HttpResponse:
    """All rows, or none."""
    found = get_object_or_404(queries.imports(request.user, on=today()), pk=pk)
    checked = check(found)
    if found.confirmed_at is None and not checked.is_fine:
        return redirect(found)
    count = importing.confirm(found, checked.assets, by=request.user, at=timezone.now())
    messages.success(
        request, _("%(count)s assets are in the register.") % {"count": f"{count:,}"}
    )
    return redirect("lending:assets")


@require_POST
@once
def discard(request: StaffRequest, pk: int) -> HttpResponse:
    """Throw the file away."""
    found = get_object_or_404(queries.imports(request.user, on=today()), pk=pk)
    importing.discard(found, by=request.user, at=timezone.now())
    messages.info(request, _("The file is thrown away. Nothing was written."))
    return redirect("lending:assets")
