"""Addresses of the self-check in the back office."""

from django.urls import path

from prongsai.registers.disclosure.staff_views import checks

urlpatterns = [
    path("items/<int:pk>/check/", checks.check, name="check"),
    path("<int:fiscal_year>/check/", checks.check_year, name="check_year"),
    path("<int:fiscal_year>/findings/", checks.found, name="findings"),
    path("<int:fiscal_year>/prediction/", checks.expected, name="prediction"),
]
