"""What people who work here may open."""

from django.urls import path

from prongsai.sites.staff import views

urlpatterns = [
    path("", views.home, name="staff_home"),
]
