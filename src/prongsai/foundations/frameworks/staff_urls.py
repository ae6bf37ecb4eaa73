"""Addresses of the frameworks in the back office."""

from django.urls import path

from prongsai.foundations.frameworks import staff_views as views

app_name = "frameworks"
urlpatterns = [
    path("", views.years, name="years"),
    path("install/", views.install, name="install"),
    path("<int:year>/", views.year, name="year"),
    path("<int:year>/file.toml", views.file, name="file"),
    path("installed/<int:pk>/", views.installed, name="installed"),
    path("installed/<int:pk>/file.toml", views.installed_file, name="installed_file"),
    path("installed/<int:pk>/put-in-force/", views.put_in_force, name="put_in_force"),
    path("installed/<int:pk>/reject/", views.reject, name="reject"),
]
