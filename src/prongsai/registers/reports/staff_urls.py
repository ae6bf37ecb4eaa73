"""Addresses of reports in the back office."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from prongsai.registers.reports.staff_views import papers, report, reports, texts

app_name = "reports"


class PlaceConverter(StringConverter):
    """A place of a report where a text stands."""

    regex = r"introduction|closing|measure\.\d{1,18}\.(?:output|outcome)"


class FormConverter(StringConverter):
    """How a report is written."""

    regex = "pdf|docx|html|json"


register_converter(PlaceConverter, "report_place")
register_converter(FormConverter, "report_form")

urlpatterns = [
    path("", reports.reports, name="reports"),
    path("begin/", reports.begin, name="begin"),
    path("<int:pk>/", report.report, name="report"),
    path("<int:pk>/cover/", report.cover, name="cover"),
    path("<int:pk>/figures/", report.run_figures, name="run_figures"),
    path("<int:pk>/override/", report.override, name="override"),
    path("<int:pk>/submit/", report.submit, name="submit"),
    path("<int:pk>/take-back/", report.take_back, name="take_back"),
    path("<int:pk>/publish/", report.publish, name="publish"),
    path("<int:pk>/text/<report_place:key>/", texts.text, name="text"),
    path("<int:pk>/text/<report_place:key>/restore/", texts.restore, name="restore"),
    path("<int:pk>/report.<report_form:form>", papers.paper, name="paper"),
]
