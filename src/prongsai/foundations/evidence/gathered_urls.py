"""Addresses of evidence in the back office."""

from django.urls import path

from prongsai.foundations.evidence import gathered_views as views

app_name = "gathered"

urlpatterns = [
    path("", views.index, name="index"),
    path("add/<str:kind>/<int:pk>/", views.add, name="add"),
    path("add/<str:kind>/<int:pk>/<slug:what>/", views.add_one, name="add_one"),
    path("<int:pk>/", views.evidence, name="evidence"),
    path("<int:pk>/check/", views.check, name="check"),
    path("<int:pk>/replace/<slug:what>/", views.replace, name="replace"),
    path("<int:pk>/withdraw/", views.withdraw, name="withdraw"),
]
