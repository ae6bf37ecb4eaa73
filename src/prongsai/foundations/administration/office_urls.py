"""Keeping the office."""

from django.urls import path

from prongsai.foundations.administration import division_views, office_views

app_name = "office"
urlpatterns = [
    path("", office_views.office, name="office"),
    path("edit/", office_views.edit, name="edit"),
    path("seal/", office_views.seal, name="seal"),
    path("rename/", office_views.rename, name="rename"),
    path("hours/", office_views.hours, name="hours"),
    path("days/add/", office_views.add_closure, name="add_closure"),
    path("days/<int:pk>/remove/", office_views.remove_closure, name="remove_closure"),
    path("divisions/add/", division_views.add, name="add_division"),
    path("divisions/<int:pk>/", division_views.division, name="division"),
    path("divisions/<int:pk>/retire/", division_views.retire, name="retire_division"),
    path(
        "divisions/<int:pk>/restore/", division_views.restore, name="restore_division"
    ),
]
