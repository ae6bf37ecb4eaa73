"""What the verbs of this application mean, for the pages of history."""

from django.utils.translation import pgettext_lazy

VERBS = {
    "meetings.adopted": pgettext_lazy("history", "Minutes of a meeting adopted"),
    "meetings.called": pgettext_lazy("history", "Meeting called"),
    "meetings.cancelled": pgettext_lazy("history", "Meeting cancelled"),
    "meetings.changed": pgettext_lazy("history", "Day or place of a meeting changed"),
    "meetings.circular-acknowledged": pgettext_lazy("history", "Circular acknowledged"),
    "meetings.circular-closed": pgettext_lazy("history", "Circular closed"),
    "meetings.circular-drafted": pgettext_lazy("history", "Circular drafted"),
    "meetings.circular-edited": pgettext_lazy("history", "Circular edited"),
    "meetings.circular-opened": pgettext_lazy("history", "Circular opened"),
    "meetings.circular-reminded": pgettext_lazy("history", "Reminded of a circular"),
    "meetings.circular-sent": pgettext_lazy("history", "Circular sent round"),
    "meetings.circular-withdrawn": pgettext_lazy("history", "Circular withdrawn"),
    "meetings.committee-corrected": pgettext_lazy("history", "Committee corrected"),
    "meetings.committee-dissolved": pgettext_lazy("history", "Committee dissolved"),
    "meetings.committee-founded": pgettext_lazy("history", "Committee entered"),
    "meetings.committee-ordered": pgettext_lazy(
        "history", "New order for a committee entered"
    ),
    "meetings.held": pgettext_lazy("history", "Meeting held"),
    "meetings.item-added": pgettext_lazy("history", "Item put on the agenda"),
    "meetings.item-edited": pgettext_lazy("history", "Item of the agenda edited"),
    "meetings.item-minuted": pgettext_lazy("history", "Minutes of an item written"),
    "meetings.item-moved": pgettext_lazy("history", "Item of the agenda moved"),
    "meetings.item-removed": pgettext_lazy("history", "Item taken off the agenda"),
    "meetings.member-added": pgettext_lazy("history", "Committee member added"),
    "meetings.member-edited": pgettext_lazy("history", "Committee member corrected"),
    "meetings.member-ended": pgettext_lazy("history", "Committee member left"),
    "meetings.minuted": pgettext_lazy("history", "Minutes of a meeting handed in"),
    "meetings.planned": pgettext_lazy("history", "Meeting planned"),
    "meetings.put-off": pgettext_lazy("history", "Meeting put off"),
    "meetings.resolution-done": pgettext_lazy("history", "Resolution carried out"),
    "meetings.resolution-dropped": pgettext_lazy("history", "Resolution given up"),
    "meetings.resolution-edited": pgettext_lazy("history", "Resolution corrected"),
    "meetings.resolution-reopened": pgettext_lazy("history", "Resolution open again"),
    "meetings.resolution-struck": pgettext_lazy("history", "Resolution taken out"),
    "meetings.resolved": pgettext_lazy("history", "Resolution written down"),
    "meetings.roll-corrected": pgettext_lazy("history", "Attendance corrected"),
    "meetings.sent-back": pgettext_lazy("history", "Minutes sent back"),
}
