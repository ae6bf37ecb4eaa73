"""Addresses of assessments in the back office."""

from prongsai.registers.assessments.staff_urls import readings, results

app_name = "assessments"
urlpatterns = [*results.patterns, *readings.patterns]
