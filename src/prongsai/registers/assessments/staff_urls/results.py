"""Addresses of results."""

from django.urls import path

from prongsai.registers.assessments.staff_views import (
    results,
    results_comparing,
    results_forecast,
    results_sheets,
    results_whatif,
    results_writing,
)

patterns = [
    path("", results.results, name="results"),
    path("new/", results_writing.choose_year, name="result_new"),
    path("enter/", results_writing.enter, name="result_enter"),
    path("compare/", results_comparing.comparison, name="compare"),
    path("forecast/", results_forecast.forecast, name="forecast"),
    path("checks/", results_forecast.checks, name="checks"),
    path("export.csv", results_sheets.export, {"kind": "csv"}, name="results_csv"),
    path("export.xlsx", results_sheets.export, {"kind": "xlsx"}, name="results_xlsx"),
    path("sheets/template/", results_sheets.template, name="sheet_template"),
    path("sheets/new/", results_sheets.upload, name="sheet_upload"),
    path("sheets/<int:pk>/", results_sheets.sheet, name="sheet"),
    path("sheets/<int:pk>/take/", results_sheets.take, name="sheet_take"),
    path("sheets/<int:pk>/discard/", results_sheets.discard, name="sheet_discard"),
    path("<int:pk>/", results.assessment, name="assessment"),
    path("<int:pk>/weak/", results.weak, name="weak_points"),
    path("<int:pk>/what-if/", results_whatif.what_if, name="what_if"),
    path("<int:pk>/edit/", results_writing.edit, name="result_edit"),
    path("<int:pk>/confirm/", results_writing.confirm, name="result_confirm"),
    path("<int:pk>/reopen/", results_writing.reopen, name="result_reopen"),
    path("<int:pk>/discard/", results_writing.discard, name="result_discard"),
]
