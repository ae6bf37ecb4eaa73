"""Addresses of the watcher and of what leaves the house, in the back office."""

from django.urls import path

from prongsai.registers.disclosure.staff_views import exports, visits

urlpatterns = [
    path("items/<int:pk>/visit/", visits.visit, name="visit"),
    path("items/<int:pk>/visits/", visits.visits, name="visits"),
    path("<int:fiscal_year>/visit/", visits.visit_year, name="visit_year"),
    path("<int:fiscal_year>/urls/", exports.urls, name="urls"),
    path("<int:fiscal_year>/pack/", exports.pack, name="pack"),
]
