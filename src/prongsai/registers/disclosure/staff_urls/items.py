"""Addresses of years, items and parts in the back office."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from prongsai.registers.disclosure.staff_views import (
    exempting,
    items,
    parts,
    passing,
    tables,
    years,
)


class KindConverter(StringConverter):
    """A kind of part that has a form of its own."""

    regex = "live|text|files|link|nothing"


class WayConverter(StringConverter):
    """Higher or lower."""

    regex = "up|down"


register_converter(KindConverter, "part_kind")
register_converter(WayConverter, "part_way")

urlpatterns = [
    path("", years.years, name="years"),
    path("open/", years.open_year, name="open_year"),
    path("<int:fiscal_year>/", years.year, name="year"),
    path("<int:fiscal_year>/window/", years.window, name="window"),
    path("<int:fiscal_year>/carry/", years.carry, name="carry"),
    path("<int:fiscal_year>/renew/", years.renew, name="renew"),
    path("items/<int:pk>/", items.item, name="item"),
    path("items/<int:pk>/assign/", items.assign, name="assign"),
    path("items/<int:pk>/explain/", items.explain, name="explain"),
    path("items/<int:pk>/preview/", items.preview, name="preview"),
    path("items/<int:pk>/exempt/", exempting.exempt, name="exempt"),
    path("exemptions/<int:pk>/end/", exempting.unexempt, name="unexempt"),
    path("items/<int:pk>/add/", parts.choose, name="add_part"),
    path("items/<int:pk>/add/<part_kind:kind>/", parts.add, name="add_part_kind"),
    path("items/<int:pk>/table/", tables.upload, name="upload_table"),
    path("tables/<int:pk>/", tables.table, name="table"),
    path("parts/<int:pk>/", parts.edit, name="edit_part"),
    path("parts/<int:pk>/remove/", parts.remove, name="remove_part"),
    path("parts/<int:pk>/<part_way:way>/", parts.move, name="move_part"),
    path("parts/<int:pk>/table/", tables.upload_for, name="replace_table"),
    path("items/<int:pk>/propose/", passing.propose, name="propose"),
    path("items/<int:pk>/take-back/", passing.take_back, name="take_back"),
    path("items/<int:pk>/publish/", passing.publish, name="publish"),
    path("items/<int:pk>/withdraw/", passing.withdraw, name="withdraw"),
]
