"""Addresses of posters and of the notice of an article."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from prongsai.registers.news.staff_views import posters as views


class PrintedConverter(StringConverter):
    """How a poster is written."""

    regex = "pdf|png"


register_converter(PrintedConverter, "news_printed")

urlpatterns = [
    path("posters/", views.posters, name="posters"),
    path("posters/new/", views.new, name="poster_new"),
    path("posters/<int:pk>/", views.poster, name="poster"),
    path("posters/<int:pk>/edit/", views.edit, name="poster_edit"),
    path("posters/<int:pk>/remove/", views.remove, name="poster_remove"),
    path("posters/<int:pk>.<news_printed:ending>", views.printed, name="poster_file"),
    path("<int:pk>/notice.pdf", views.notice, name="notice"),
    path("<int:pk>/square.png", views.square, name="square"),
]
