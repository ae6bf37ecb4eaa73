"""The way of an invitation."""

from django.urls import path

from prongsai.foundations.administration import public_views

app_name = "invitations"
urlpatterns = [
    path("", public_views.accept, name="accept"),
    path("<str:key>/", public_views.open_invitation, name="open"),
]
