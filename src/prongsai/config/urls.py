"""Two doors: the public site and the back office; sign-in stands between them."""

from django.urls import include, path

urlpatterns = [
    path("", include("prongsai.sites.public.urls")),
    path("staff/", include("prongsai.sites.staff.urls")),
    path("account/", include("allauth.urls")),
]
