"""The positions of the office: both branches, who reports to whom, until they are abolished."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import Division, OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of, together
from prongsai.foundations.records.versions import Versioned


class Branch(models.TextChoices):
    """The two sides of a local government."""

    POLITICAL = "political", _("Political side")
    PERMANENT = "permanent", _("Permanent side")


class SeatKind(models.TextChoices):
    """What a position is; titles differ by type of office, the kinds do not."""

    MAYOR = "mayor", pgettext_lazy("position", "Mayor")
    DEPUTY_MAYOR = "deputy_mayor", pgettext_lazy("position", "Deputy mayor")
    SECRETARY = "secretary", pgettext_lazy("position", "Secretary of the mayor")
    ADVISER = "adviser", pgettext_lazy("position", "Adviser of the mayor")
    COUNCIL_CHAIR = "council_chair", pgettext_lazy("position", "Chair of the council")
    COUNCIL_VICE = (
        "council_vice",
        pgettext_lazy("position", "Vice chair of the council"),
    )
    COUNCIL_MEMBER = "council_member", pgettext_lazy("position", "Council member")
    CLERK = "clerk", pgettext_lazy("position", "Chief permanent officer")
    DEPUTY_CLERK = (
        "deputy_clerk",
        pgettext_lazy("position", "Deputy chief permanent officer"),
    )
    HEAD = "head", pgettext_lazy("position", "Head of a division")
    SECTION_HEAD = "section_head", pgettext_lazy("position", "Head of a section")
    OTHER = "other", pgettext_lazy("position", "Other position")


POLITICAL = frozenset(
    {
        SeatKind.MAYOR, SeatKind.DEPUTY_MAYOR, SeatKind.SECRETARY, SeatKind.ADVISER,
        SeatKind.COUNCIL_CHAIR, SeatKind.COUNCIL_VICE, SeatKind.COUNCIL_MEMBER,
    }
)  # fmt: skip
PERMANENT = frozenset(
    {SeatKind.CLERK, SeatKind.DEPUTY_CLERK, SeatKind.HEAD, SeatKind.SECTION_HEAD}
)
"""Kinds that belong to one side only; any other position stands where it was put."""


class Seat(OwnedByOrganisation, Versioned):
    """One chair, held by one person at a time; two deputies have two seats."""

    branch = models.CharField(_("side"), max_length=10, choices=Branch)
    kind = models.CharField(_("kind of position"), max_length=20, choices=SeatKind)
    title_th = models.CharField(_("title in Thai"), max_length=200)
    title_en = models.CharField(_("title in English"), max_length=200, blank=True)
    division = models.ForeignKey(
        Division,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("division"),
    )
    reports_to = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="below",
        verbose_name=_("reports to"),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    is_executive = models.BooleanField(
        _("executive"),
        default=False,
        help_text=_("Executives are shown with photo and contact."),
    )
    abolished_on = models.DateField(_("abolished from"), null=True)
    abolished_at = models.DateTimeField(null=True)
    abolished_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"abolished_by"})

    class Meta:
        verbose_name = pgettext_lazy("directory", "position")
        ordering = ["order", "pk"]
        constraints = [
            one_of("branch", Branch.values),
            one_of("kind", SeatKind.values),
            together("abolished_on", "abolished_at", "abolished_by"),
            models.CheckConstraint(
                name="directory_seat_side_of_its_kind",
                condition=(~Q(kind__in=sorted(POLITICAL)) | Q(branch=Branch.POLITICAL))
                & (~Q(kind__in=sorted(PERMANENT)) | Q(branch=Branch.PERMANENT)),
                violation_error_message=_(
                    "This kind of position belongs to the other side."
                ),
            ),
            models.CheckConstraint(
                name="directory_seat_not_under_itself",
                condition=Q(reports_to__isnull=True) | ~Q(reports_to=F("pk")),
            ),
        ]

    def __str__(self) -> str:
        english = self.title_en if get_language() == "en" else ""
        return english or self.title_th

    def get_absolute_url(self) -> str:
        """Return the page of the position in the back office."""
        return reverse("directory:seat", args=[self.pk])
