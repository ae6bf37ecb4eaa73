"""The meeting: when and where, its agenda, what was said, and who adopted the minutes."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of, together
from prongsai.foundations.records.versions import Versioned
from prongsai.registers.meetings.models.committees import Committee
from prongsai.registers.meetings.states import MEETING, MeetingState


def _person() -> "models.ForeignKey[User | None, User | None]":
    return models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )


class Meeting(OwnedByOrganisation, Versioned):
    """One meeting of a committee; its number is given when it is called.

    ``digest`` binds the minutes from the moment they are adopted: by the chair, or in
    the later meeting ``adopted_in``. The counts of members are frozen when it was held.
    """

    committee = models.ForeignKey(
        Committee, on_delete=models.PROTECT, related_name="meetings"
    )
    number = models.PositiveIntegerField(_("number"), null=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True)
    state = models.CharField(
        _("state"), max_length=10, choices=MeetingState, default=MEETING.start
    )
    subject = models.CharField(
        _("what it is about"), max_length=300, blank=True,
        help_text=_("Only where the agenda does not say enough."),
    )  # fmt: skip
    day = models.DateField(_("date"))
    begins = models.TimeField(_("begins at"))
    ends = models.TimeField(_("ended at"), null=True)
    place = models.CharField(_("place"), max_length=300, blank=True)
    online = models.URLField(_("address of the online meeting"), blank=True)
    planned_at = models.DateTimeField()
    planned_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    called_at = models.DateTimeField(null=True)
    called_by = _person()
    held_at = models.DateTimeField(null=True)
    held_by = _person()
    members_count = models.PositiveSmallIntegerField(_("members in all"), null=True)
    present_count = models.PositiveSmallIntegerField(_("members present"), null=True)
    quorum = models.PositiveSmallIntegerField(_("needed for a quorum"), null=True)
    minuted_at = models.DateTimeField(null=True)
    minuted_by = _person()
    adopted_at = models.DateTimeField(null=True)
    adopted_by = _person()
    adopted_in = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="adopts"
    )
    digest = models.CharField(_("digest"), max_length=64, blank=True)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = _person()
    remark = models.CharField(_("reason"), max_length=500, blank=True)

    personal = frozenset(
        {
            "planned_by", "called_by", "held_by", "minuted_by", "adopted_by",
            "cancelled_by",
        }
    )  # fmt: skip

    class Meta:
        verbose_name = _("meeting")
        ordering = ["-day", "-begins", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "year", "number"], name="meetings_meeting_number"
            ),
            one_of("state", MeetingState.values),
            together("number", "year"),
            together("called_at", "called_by"),
            together("held_at", "held_by", "members_count", "present_count", "quorum"),
            together("minuted_at", "minuted_by"),
            together("adopted_at", "adopted_by"),
            together("cancelled_at", "cancelled_by"),
            models.CheckConstraint(
                name="meetings_meeting_adopted_with_digest",
                condition=Q(state=MeetingState.ADOPTED, adopted_at__isnull=False)
                & ~Q(digest="")
                | ~Q(state=MeetingState.ADOPTED)
                & Q(adopted_at__isnull=True, digest=""),
            ),
            models.CheckConstraint(
                name="meetings_meeting_somewhere",
                condition=~Q(place="") | ~Q(online=""),
            ),
            models.CheckConstraint(
                name="meetings_meeting_ends_after_it_begins",
                condition=Q(ends__isnull=True) | Q(ends__gte=F("begins")),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "state", "day"])]

    def __str__(self) -> str:
        if self.number is None:
            return str(_("Meeting without a number yet"))
        return _("Meeting %(number)s/%(year)s") % {
            "number": self.number,
            "year": self.year,
        }

    def get_absolute_url(self) -> str:
        return reverse("meetings:meeting", args=[self.pk])

    @property
    def has_quorum(self) -> bool | None:
        """Whether enough members were there; unknown before it was held."""
        if self.quorum is None or self.present_count is None:
            return None
        return self.present_count >= self.quorum


class AgendaItem(OwnedByOrganisation, Versioned):
    """One item of the agenda (ระเบียบวาระ), or a matter ``under`` one; with its minutes."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    under = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="matters"
    )
    place = models.PositiveSmallIntegerField(_("place in the agenda"))
    title = models.CharField(_("title of the item"), max_length=500)
    text = models.TextField(_("what it is about"), blank=True)
    minutes = models.TextField(_("what was said"), blank=True)

    class Meta:
        verbose_name = _("item of the agenda")
        ordering = ["place", "pk"]

    def __str__(self) -> str:
        return self.title
