"""Addresses of the asset register and of annual checks in the back office."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from prongsai.registers.lending.staff_views import (
    assets,
    assets_files,
    assets_groups,
    assets_leaving,
    assets_writing,
    checks,
    checks_counting,
)


class DocumentEnding(StringConverter):
    """How a document is written."""

    regex = "pdf|docx"


register_converter(DocumentEnding, "lending_document")

_DEEDS = [
    ("edit", assets_writing.edit),
    ("move", assets_writing.move),
    ("repair", assets_writing.repair),
    ("repaired", assets_writing.repaired),
    ("condition", assets_writing.condition),
    ("photos", assets_writing.add_photos),
    ("missing", assets_leaving.report_missing),
    ("found", assets_leaving.found_again),
    ("lost", assets_leaving.lost),
    ("strike-off", assets_leaving.strike_off),
]

_CHECK = [
    ("start", checks.start),
    ("report", checks.report),
    ("memo", checks.memo),
    ("send-back", checks.send_back),
    ("cancel", checks.cancel),
    ("tell", checks.tell_audit_office),
    ("rest-missing", checks_counting.rest_missing),
    ("surplus", checks_counting.surplus),
]

patterns = [
    path("assets/", assets.assets, name="assets"),
    path("assets/new/", assets_writing.register, name="asset_new"),
    path("assets/<int:pk>/", assets.asset, name="asset"),
    *(
        path(
            f"assets/<int:pk>/{address}/",
            view,
            name=f"asset_{address.replace('-', '_')}",
        )
        for address, view in _DEEDS
    ),
    path("assets/by-code/<path:code>/", assets.by_code, name="asset_by_code"),
    path("assets/labels/", assets_files.labels, name="labels"),
    path("assets/labels.pdf", assets_files.labels_file, name="labels_file"),
    path("assets/template.xlsx", assets_files.template, name="asset_template"),
    *(
        path(
            f"assets/register.{kind}",
            assets_files.export,
            {"kind": kind},
            name=f"asset_export_{kind}",
        )
        for kind in ("csv", "xlsx")
    ),
    path("assets/import/", assets_files.upload, name="asset_upload"),
    path("assets/import/<int:pk>/", assets_files.preview, name="asset_import"),
    path(
        "assets/import/<int:pk>/confirm/", assets_files.confirm, name="import_confirm"
    ),
    path(
        "assets/import/<int:pk>/discard/", assets_files.discard, name="import_discard"
    ),
    path("assets/groups/", assets_groups.groups, name="groups"),
    path("assets/groups/new/", assets_groups.new_group, name="group_new"),
    path("assets/groups/<int:pk>/", assets_groups.edit_group, name="group_edit"),
    path("assets/disposals/", assets_leaving.disposed, name="disposals"),
    path(
        "assets/disposals/<int:pk>/tell/",
        assets_leaving.tell_audit_office,
        name="disposal_tell",
    ),
    path("checks/", checks.checks, name="stock_checks"),
    path("checks/new/", checks.open_check, name="stock_check_new"),
    path("checks/<int:pk>/", checks.check, name="stock_check"),
    *(
        path(
            f"checks/<int:pk>/{address}/",
            view,
            name=f"stock_check_{address.replace('-', '_')}",
        )
        for address, view in _CHECK
    ),
    path("checks/<int:pk>/count/", checks_counting.count, name="count"),
    path(
        "checks/<int:pk>/count/code/", checks_counting.line_by_code, name="count_code"
    ),
    path("checks/<int:pk>/count/<int:item>/", checks_counting.line, name="count_line"),
    path(
        "checks/<int:pk>/surplus/<int:surplus>/remove/",
        checks_counting.remove_surplus,
        name="surplus_remove",
    ),
    path("checks/<int:pk>/sheet.pdf", checks_counting.sheet, name="count_sheet"),
    path(
        "checks/<int:pk>/report.<lending_document:kind>",
        checks_counting.report_file,
        name="stock_check_paper",
    ),
]
