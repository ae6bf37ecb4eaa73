"""What this register refuses, each with a code; the sentences stand in ``words``."""

from prongsai.ita.errors import ItaError


class SeatAbolished(ItaError):
    """The position is abolished: ``on``."""

    code = "directory.seat-abolished"


class SeatHeld(ItaError):
    """Somebody holds the position after the day it would be abolished: ``count``."""

    code = "directory.seat-held"


class SeatInCircle(ItaError):
    """A position would report to itself through others."""

    code = "directory.seat-in-circle"


class SeatOfOtherSide(ItaError):
    """This kind of position belongs to the other side."""

    code = "directory.seat-of-other-side"


class TermsOverlap(ItaError):
    """Somebody holds the position on some of these days already: ``starts``, ``ends``."""

    code = "directory.terms-overlap"


class BadLastDay(ItaError):
    """The last day lies before the first."""

    code = "directory.bad-last-day"


class TermOver(ItaError):
    """The term has a last day already; correct it with a reason instead."""

    code = "directory.term-over"


class TermStruck(ItaError):
    """The term was struck; it is not changed any more."""

    code = "directory.term-struck"


class BasisMissing(ItaError):
    """A term rests on an order or an announcement."""

    code = "directory.basis-missing"


class ReasonMissing(ItaError):
    """A correction, and striking a term, need a reason."""

    code = "directory.reason-missing"


class PhotoUndescribed(ItaError):
    """A photo needs words for those who do not see it."""

    code = "directory.photo-undescribed"


class NoPhoto(ItaError):
    """There is no photo to take away."""

    code = "directory.no-photo"


class EntryRetired(ItaError):
    """This was taken out already."""

    code = "directory.entry-retired"


class HoursOverlap(ItaError):
    """The hours of a day run into each other, or close before they open."""

    code = "directory.hours-overlap"


class NothingToPublish(ItaError):
    """A directory without anybody in it is not published."""

    code = "directory.nothing-to-publish"


class NoteMissing(ItaError):
    """A new version says what changed, in both languages."""

    code = "directory.note-missing"


class ImportOver(ItaError):
    """This file is in the directory already."""

    code = "directory.import-over"


class ImportOutdated(ItaError):
    """The directory changed since the file was looked at; look at it again."""

    code = "directory.import-outdated"
