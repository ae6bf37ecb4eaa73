"""The public address where a printed report is checked."""

from django.urls import path

from prongsai.registers.reports import public_views

app_name = "reports_public"
urlpatterns = [
    path("<slug:digest>/", public_views.check, name="check"),
]
