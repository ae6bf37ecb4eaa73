"""Addresses of directory in the back office."""

from django.urls import URLPattern, path, register_converter
from django.urls.converters import StringConverter

from prongsai.registers.directory.staff_views import (
    entries,
    importing,
    overview,
    people,
    seats,
)

app_name = "directory"

KINDS = ("duty", "channel", "landmark", "road")


class Way(StringConverter):
    """Where a position moves."""

    regex = "up|down"


register_converter(Way, "directory_way")


def _entries(kind: str) -> list[URLPattern]:
    """Return the addresses of one kind of entry."""
    of = {"kind": kind}
    one = f"{kind}/<int:pk>"
    return [
        path(f"{kind}/", entries.entries, of, name=f"{kind}_list"),
        path(f"{kind}/new/", entries.add, of, name=f"{kind}_new"),
        path(f"{one}/", entries.entry, of, name=kind),
        path(f"{one}/retire/", entries.retire, of, name=f"{kind}_retire"),
    ]


urlpatterns = [
    path("", overview.directory, name="directory"),
    path("publish/", overview.publish, name="publish"),
    path("powers/", entries.powers, name="powers"),
    path("hours/", entries.hours, name="hours"),
    path("seats/new/", seats.add, name="seat_new"),
    path("seats/<int:pk>/", seats.seat, name="seat"),
    path("seats/<int:pk>/edit/", seats.edit, name="seat_edit"),
    path("seats/<int:pk>/abolish/", seats.abolish, name="seat_abolish"),
    path("seats/<int:pk>/begin/", seats.begin, name="term_new"),
    path("seats/<int:pk>/<directory_way:way>/", seats.move, name="seat_move"),
    path("terms/<int:pk>/", seats.term, name="term"),
    path("terms/<int:pk>/end/", seats.end, name="term_end"),
    path("terms/<int:pk>/correct/", seats.correct, name="term_correct"),
    path("terms/<int:pk>/strike/", seats.strike, name="term_strike"),
    path("people/", people.people, name="people"),
    path("people/new/", people.add, name="person_new"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/edit/", people.edit, name="person_edit"),
    path("people/<int:pk>/photo/", people.photo, name="person_photo"),
    path("people/<int:pk>/photo/remove/", people.no_photo, name="person_no_photo"),
    path("import/", importing.upload, name="upload"),
    path("import/template.xlsx", importing.template, name="import_template"),
    path("import/<int:pk>/", importing.preview, name="import"),
    path("import/<int:pk>/confirm/", importing.confirm, name="import_confirm"),
    path("import/<int:pk>/discard/", importing.discard, name="import_discard"),
    *(address for kind in KINDS for address in _entries(kind)),
]
