"""Addresses of stored figures in the back office."""

from django.urls import path

from prongsai.foundations.evidence import staff_views as views

app_name = "evidence"

urlpatterns = [
    path("", views.index, name="index"),
    path("take/", views.take, name="take"),
    path("<int:pk>/", views.stored, name="stored"),
    path("<int:pk>/verify/", views.verify, name="verify"),
]
