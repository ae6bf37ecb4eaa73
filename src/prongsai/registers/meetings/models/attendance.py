"""Who came to a meeting, who did not, and who came for somebody."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of
from prongsai.registers.meetings.models.committees import Member
from prongsai.registers.meetings.models.meetings import Meeting


class Presence(models.TextChoices):
    """How somebody took part."""

    PRESENT = "present", pgettext_lazy("attendance", "Present")
    REPRESENTED = "represented", pgettext_lazy("attendance", "Represented")
    EXCUSED = "excused", pgettext_lazy("attendance", "Absent, excused")
    ABSENT = "absent", pgettext_lazy("attendance", "Absent")


class Attendance(OwnedByOrganisation):
    """One member at one meeting, or a guest who is no member."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="attendance"
    )
    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, related_name="attendance"
    )
    name = models.CharField(_("name"), max_length=200)
    position = models.CharField(_("position"), max_length=200, blank=True)
    presence = models.CharField(
        _("presence"), max_length=12, choices=Presence, default=Presence.PRESENT
    )
    arrived = models.TimeField(_("came at"), null=True, blank=True)
    stand_in = models.CharField(_("represented by"), max_length=200, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    personal = frozenset({"member", "name", "position", "stand_in", "reason"})

    class Meta:
        verbose_name = _("attendance")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "member"], name="meetings_attendance_once"
            ),
            one_of("presence", Presence.values),
            models.CheckConstraint(
                name="meetings_attendance_guests_are_present",
                condition=Q(member__isnull=False) | Q(presence=Presence.PRESENT),
            ),
            models.CheckConstraint(
                name="meetings_attendance_stand_in_named",
                condition=Q(presence=Presence.REPRESENTED) & ~Q(stand_in="")
                | ~Q(presence=Presence.REPRESENTED) & Q(stand_in=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name
