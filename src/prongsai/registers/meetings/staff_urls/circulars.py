"""Addresses of circulars in the back office."""

from django.urls import path

from prongsai.registers.meetings.staff_views import circulars

_DEEDS = [
    ("edit", circulars.edit),
    ("send", circulars.send),
    ("acknowledge", circulars.acknowledge),
    ("remind", circulars.remind),
    ("close", circulars.close),
    ("withdraw", circulars.withdraw),
]

patterns = [
    path("circulars/", circulars.circulars, name="circulars"),
    path("circulars/new/", circulars.draft, name="circular_new"),
    path("circulars/<int:pk>/", circulars.circular, name="circular"),
    *(
        path(f"circulars/<int:pk>/{deed}/", view, name=f"circular_{deed}")
        for deed, view in _DEEDS
    ),
    path(
        "circulars/<int:pk>/acknowledgements.pdf",
        circulars.acknowledgements,
        name="circular_acknowledgements",
    ),
]
