"""Addresses of background work in the back office."""

from django.urls import path

from prongsai.foundations.tasks import staff_views as views

app_name = "tasks"

urlpatterns = [
    path("", views.index, name="index"),
    path("<int:pk>/again/", views.again, name="again"),
    path("progress/<int:pk>/", views.progress, name="progress"),
]
