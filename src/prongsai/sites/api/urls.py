"""Addresses of the interface for programs."""

from django.urls import path

from prongsai.sites.api import views
from prongsai.sites.api.interface import api

app_name = "api"

urlpatterns = [
    path("", views.page, name="page"),
    path("v1/openapi.json", views.openapi, name="openapi"),
    path("v1/", api.urls),
    path("v1/<path:rest>", views.nowhere, name="nowhere"),
]
