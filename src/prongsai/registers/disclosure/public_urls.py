"""Addresses of disclosure for anyone; those of published items belong to publications."""

from django.urls import path

from prongsai.registers.disclosure import public_views as views

app_name = "disclosure_public"

urlpatterns = [
    path("", views.years, name="years"),
    path("<int:fiscal_year>/", views.year, name="year"),
    path("<int:fiscal_year>/<slug:code>/", views.item, name="item"),
]
