"""Where the auditor works."""

from django.urls import path

from prongsai.foundations.audit import staff_views

app_name = "audit"
urlpatterns = [
    path("", staff_views.history, name="history"),
    path("verify/", staff_views.verify, name="verify"),
    path("verifications/", staff_views.verifications, name="verifications"),
    path("verifications/<int:pk>/", staff_views.verification, name="verification"),
]
