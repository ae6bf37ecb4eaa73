"""Addresses of what is published; they are given once and stay."""

from django.urls import path, register_converter

from prongsai.foundations.publications import contents
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


register_converter(AddressConverter, "address")

urlpatterns = [
    path("published/", views.index, name="index"),
    path("published/<address:address>/versions/", views.versions, name="versions"),
    path("published/<address:address>/v<int:number>/", views.page, name="version"),
    path(
        "published/<address:address>/v<int:number>.json",
        views.data,
        name="version_data",
    ),
    path(
        "published/<address:address>/v<int:number>/<slug:table>.csv",
        views.table,
        name="version_table",
    ),
    path("published/<address:address>.json", views.data, name="data"),
    path("published/<address:address>/<slug:table>.csv", views.table, name="table"),
    path("published/<address:address>/", views.page, name="page"),
    path("verify/", views.verify, name="verify"),
    path("verify/<slug:digest>/", views.verify, name="verified"),
]
