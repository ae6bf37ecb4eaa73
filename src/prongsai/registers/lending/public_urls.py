"""Addresses of lending for residents, agencies and communities."""

from django.urls import path

from prongsai.registers.lending import public_views

app_name = "lending_public"
urlpatterns = [
    path("", public_views.borrow, name="borrow"),
    path("request/", public_views.request_loan, name="request"),
    path("requested/", public_views.requested, name="requested"),
    path("track/", public_views.track, name="track"),
    path("track/loan/", public_views.tracked, name="tracked"),
    path("track/loan/cancel/", public_views.cancel, name="cancel"),
]
