"""What people are told about meetings and circulars: numbers and days, never contents."""

from django.utils.translation import gettext_lazy as _

from prongsai.foundations.notifications.notices import Notice

NOTICES = {
    "meetings.called": Notice(
        subject=_("You are called to meeting %(number)s on %(date)s"),
        body=_("Open the meeting to see hour, place and agenda."),
    ),
    "meetings.put-off": Notice(
        subject=_("Meeting %(number)s of %(date)s is put off"),
        body=_("You will be told the new day."),
    ),
    "meetings.cancelled": Notice(
        subject=_("Meeting %(number)s of %(date)s is cancelled"),
        body=_("Open the meeting to see why."),
    ),
    "meetings.minutes-ready": Notice(
        subject=_("The minutes of meeting %(number)s of %(date)s are written"),
        body=_("Please read them, and tell the secretary what is not right."),
    ),
    "meetings.to-adopt": Notice(
        subject=_("The minutes of meeting %(number)s wait for you"),
        body=_("Please adopt them, or leave that to the next meeting."),
    ),
    "meetings.resolution-given": Notice(
        subject=_("A resolution of meeting %(number)s is yours to carry out"),
        body=_("It is due on %(due)s."),
    ),
    "meetings.resolution-due": Notice(
        subject=_("A resolution of meeting %(number)s is due on %(due)s"),
        body=_("Please carry it out and say so on its page."),
    ),
    "meetings.circular": Notice(
        subject=_("Circular %(number)s has come for you"),
        body=_("Please open and read it."),
    ),
    "meetings.circular-reminder": Notice(
        subject=_("Circular %(number)s waits for your acknowledgement"),
        body=_("Please open it, read it and press the button."),
    ),
    "meetings.circular-withdrawn": Notice(
        subject=_("Circular %(number)s is withdrawn"),
        body=_("Open it to see why."),
    ),
}
