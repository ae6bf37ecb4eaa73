"""Addresses of news for anyone; the published pages stand under them."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from prongsai.registers.news.public_views import feeds, lists

app_name = "news_public"


class SlugConverter(StringConverter):
    """The short name of an article."""

    regex = "[a-z0-9]+(?:-[a-z0-9]+)*"


class YearConverter(StringConverter):
    """A fiscal year of the Buddhist era."""

    regex = "[0-9]{4}"


register_converter(SlugConverter, "news_slug")
register_converter(YearConverter, "news_year")

urlpatterns = [
    path("", lists.index, name="index"),
    path("atom.xml", feeds.feed, name="feed"),
    path("<news_year:year>/<news_slug:slug>/", lists.article, name="article"),
]
