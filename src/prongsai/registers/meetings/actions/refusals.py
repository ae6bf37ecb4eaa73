"""What this register refuses, each with a code; the sentences stand in ``words``."""

from prongsai.ita.errors import ItaError


class CommitteeDissolved(ItaError):
    """The committee is dissolved: ``on``."""

    code = "meetings.committee-dissolved"


class OrderTooEarly(ItaError):
    """A new order cannot begin before the one it replaces: ``earliest``."""

    code = "meetings.order-too-early"


class OrderReplaced(ItaError):
    """A later order counts; members are appointed by that one."""

    code = "meetings.order-replaced"


class AlreadyMember(ItaError):
    """The order appoints this person already."""

    code = "meetings.already-member"


class ChairTaken(ItaError):
    """The order appoints a chair already."""

    code = "meetings.chair-taken"


class TooManyMembers(ItaError):
    """An order appoints no more than so many: ``limit``."""

    code = "meetings.too-many-members"


class MemberLeft(ItaError):
    """This member has left already."""

    code = "meetings.member-left"


class BadLastDay(ItaError):
    """The last day lies before the first."""

    code = "meetings.bad-last-day"


class MeetingsAhead(ItaError):
    """Meetings are planned or called still: ``count``."""

    code = "meetings.meetings-ahead"


class NobodyToCall(ItaError):
    """Nobody is a member of the committee on the day of the meeting."""

    code = "meetings.nobody-to-call"


class NoAgenda(ItaError):
    """A meeting is called with an agenda."""

    code = "meetings.no-agenda"


class DayPast(ItaError):
    """A meeting is planned and called for a day to come."""

    code = "meetings.day-past"


class NotYet(ItaError):
    """The meeting is on another day still: ``on``."""

    code = "meetings.not-yet"


class RollIncomplete(ItaError):
    """Of every member it must be said whether they came: ``missing``."""

    code = "meetings.roll-incomplete"


class EndsTooEarly(ItaError):
    """A meeting cannot end before it began."""

    code = "meetings.ends-too-early"


class AgendaClosed(ItaError):
    """The agenda stands once the meeting was held."""

    code = "meetings.agenda-closed"


class MinutesClosed(ItaError):
    """Minutes are written after the meeting, and before they are handed in."""

    code = "meetings.minutes-closed"


class ItemHasMore(ItaError):
    """Matters or files hang on this item of the agenda; move or remove those first."""

    code = "meetings.item-has-more"


class MinutesEmpty(ItaError):
    """Nothing was written about these items: ``items``."""

    code = "meetings.minutes-empty"


class WrongMeeting(ItaError):
    """Minutes are adopted in a later meeting of the same committee that took place."""

    code = "meetings.wrong-meeting"


class ResolutionUnowned(ItaError):
    """What is to be done needs one accountable person and a due date."""

    code = "meetings.resolution-unowned"


class DoneInFuture(ItaError):
    """Nothing is done on a day to come."""

    code = "meetings.done-in-future"


class NobodyAddressed(ItaError):
    """The circular would reach nobody."""

    code = "meetings.nobody-addressed"


class DueTooEarly(ItaError):
    """The day to acknowledge by lies in the past."""

    code = "meetings.due-too-early"


class CircularFixed(ItaError):
    """A circular that was sent is not changed any more."""

    code = "meetings.circular-fixed"


class NothingToAcknowledge(ItaError):
    """The circular does not go round any more, or asks for no acknowledgement."""

    code = "meetings.nothing-to-acknowledge"


class NobodyToRemind(ItaError):
    """Everybody has acknowledged."""

    code = "meetings.nobody-to-remind"
