"""Addresses of publications in the back office."""

from django.urls import path

from prongsai.foundations.publications import staff_views as views

app_name = "publications"

urlpatterns = [
    path("", views.index, name="index"),
    path("<int:pk>/withdraw/", views.withdraw, name="withdraw"),
]
