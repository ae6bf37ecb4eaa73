"""Addresses of committees, meetings and resolutions in the back office."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from prongsai.registers.meetings.staff_views import (
    agenda,
    committees,
    meetings,
    minutes,
    resolutions,
)


class PaperKind(StringConverter):
    """Which paper of a meeting."""

    regex = "invitation|sheet|minutes"


class PaperEnding(StringConverter):
    """How a paper is written."""

    regex = "pdf|docx"


class Way(StringConverter):
    """Where an item moves."""

    regex = "up|down"


register_converter(PaperKind, "meetings_paper")
register_converter(PaperEnding, "meetings_ending")
register_converter(Way, "meetings_way")

_MEETING = [
    ("change", meetings.change),
    ("call", meetings.call),
    ("put-off", meetings.put_off),
    ("cancel", meetings.cancel),
    ("roll", minutes.roll),
    ("hand-in", minutes.hand_in),
    ("send-back", minutes.send_back),
    ("adopt", minutes.adopt),
    ("adopt-in", minutes.adopt_in),
]
_COMMITTEE = [
    ("correct", committees.correct),
    ("order", committees.order_anew),
    ("dissolve", committees.dissolve),
]
_RESOLUTION = [
    ("edit", resolutions.reword),
    ("strike", resolutions.strike),
    ("finish", resolutions.finish),
    ("drop", resolutions.drop),
    ("reopen", resolutions.reopen),
]

patterns = [
    path("", meetings.meetings, name="meetings"),
    path("new/", meetings.plan, name="meeting_new"),
    path("<int:pk>/", meetings.meeting, name="meeting"),
    *(
        path(f"<int:pk>/{deed}/", view, name=f"meeting_{deed.replace('-', '_')}")
        for deed, view in _MEETING
    ),
    path("<int:pk>/items/new/", agenda.add, name="item_new"),
    path(
        "<int:pk>/<meetings_paper:kind>.<meetings_ending:ending>",
        meetings.paper,
        name="meeting_paper",
    ),
    path("items/<int:pk>/", agenda.edit, name="item"),
    path("items/<int:pk>/remove/", agenda.remove, name="item_remove"),
    path("items/<int:pk>/<meetings_way:way>/", agenda.move, name="item_move"),
    path("items/<int:pk>/minutes/", minutes.write, name="item_minutes"),
    path("items/<int:pk>/resolve/", resolutions.resolve, name="resolution_new"),
    path("committees/", committees.committees, name="committees"),
    path("committees/new/", committees.found, name="committee_new"),
    path("committees/<int:pk>/", committees.committee, name="committee"),
    *(
        path(f"committees/<int:pk>/{deed}/", view, name=f"committee_{deed}")
        for deed, view in _COMMITTEE
    ),
    path("committees/<int:pk>/members.pdf", committees.annex, name="committee_annex"),
    path("orders/<int:pk>/members/new/", committees.add_member, name="member_new"),
    path("members/<int:pk>/", committees.edit_member, name="member"),
    path("members/<int:pk>/end/", committees.end_member, name="member_end"),
    path("resolutions/", resolutions.resolutions, name="resolutions"),
    path("resolutions/<int:pk>/", resolutions.resolution, name="resolution"),
    *(
        path(f"resolutions/<int:pk>/{deed}/", view, name=f"resolution_{deed}")
        for deed, view in _RESOLUTION
    ),
]
