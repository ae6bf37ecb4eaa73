"""Where the register of numbers is read."""

from django.urls import path

from prongsai.foundations.numbering import staff_views

app_name = "numbering"
urlpatterns = [
    path("", staff_views.register, name="register"),
    path("<int:pk>/", staff_views.number, name="number"),
    path("<int:pk>/void/", staff_views.void, name="void"),
]
