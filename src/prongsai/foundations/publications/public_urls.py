"""Addresses of what is published; they are given once and stay."""

from django.urls import URLPattern, path, register_converter

from prongsai.foundations.publications import (
    assessment_views,
    card_views,
    contents,
    feed_views,
)
from prongsai.foundations.publications import catalog_views as catalogs
from prongsai.foundations.publications import public_views as views

app_name = "publications_public"


class AddressConverter:
    """The address of a publication: words with slashes between them."""

    regex = contents.ADDRESS.pattern

    def to_python(self, value: str) -> str:
        """Return it as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Return it as it is."""
        return value


class AssessmentConverter(AddressConverter):
    """An address that begins with ``ita/`` and a year; it is opened without more."""

    regex = contents.ASSESSMENT.pattern


class OpenConverter(AddressConverter):
    """An address of news or of the directory; it is opened without more."""

    regex = contents.OPEN.pattern


register_converter(AddressConverter, "address")
register_converter(AssessmentConverter, "assessment")
register_converter(OpenConverter, "open")


def _pages(start: str, prefix: str) -> list[URLPattern]:
    """Return everything that is opened at one address."""
    one = f"{start}/v<int:number>"
    return [
        path(f"{start}/versions/", views.versions, name=f"{prefix}versions"),
        path(f"{one}/", views.page, name=f"{prefix}version"),
        path(f"{one}/document.json", views.document, name=f"{prefix}version_document"),
        path(f"{one}.json", views.data, name=f"{prefix}version_data"),
        path(f"{one}/files/<str:name>", views.file, name=f"{prefix}version_file"),
        path(f"{one}/<slug:table>.csv", views.table, name=f"{prefix}version_table"),
        path(f"{one}/<slug:table>.xlsx", views.sheet, name=f"{prefix}version_sheet"),
        path(f"{start}/document.json", views.document, name=f"{prefix}document"),
        path(f"{start}.json", views.data, name=f"{prefix}data"),
        path(f"{start}/files/<str:name>", views.file, name=f"{prefix}file"),
        path(f"{start}/<slug:table>.csv", views.table, name=f"{prefix}table"),
        path(f"{start}/<slug:table>.xlsx", views.sheet, name=f"{prefix}sheet"),
        path(f"{start}/", views.page, name=f"{prefix}page"),
    ]


urlpatterns = [
    path("published/", views.index, name="index"),
    path("published/atom.xml", feed_views.everything, name="feed"),
    path("catalog.jsonld", catalogs.catalog, name="catalog"),
    path("published/ita/<path:rest>", assessment_views.moved, name="moved"),
    *_pages("published/<address:address>", ""),
    path("ita/atom.xml", feed_views.assessment, name="ita_feed"),
    *_pages("<assessment:address>", "ita_"),
    *_pages("<open:address>", "open_"),
    path("card/home.png", card_views.home, name="card_home"),
    path("card/<address:address>.png", card_views.card, name="card"),
    path("verify/", views.verify, name="verify"),
    path("verify/<slug:digest>/", views.verify, name="verified"),
]
