"""What anyone may open."""

from django.urls import include, path

from prongsai.sites.public import views

urlpatterns = [
    path("", views.home, name="home"),
    path("language/", include("django.conf.urls.i18n")),
]
