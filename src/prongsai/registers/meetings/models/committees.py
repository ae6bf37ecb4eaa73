"""The committee, the orders that appoint it, and who is appointed with which duties."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of, together
from prongsai.foundations.records.versions import Versioned


class MemberRole(models.TextChoices):
    """What a member is in the committee."""

    CHAIR = "chair", pgettext_lazy("committee", "Chair")
    DEPUTY = "deputy", pgettext_lazy("committee", "Deputy chair")
    MEMBER = "member", pgettext_lazy("committee", "Member")
    SECRETARY = "secretary", pgettext_lazy("committee", "Member and secretary")


class Committee(OwnedByOrganisation, Versioned):
    """A committee or working group; the latest of its orders says who is in it."""

    title = models.CharField(_("name of the committee"), max_length=300)
    duties = models.TextField(
        _("duties"), blank=True, help_text=_("One duty on each line.")
    )
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    dissolved_on = models.DateField(_("dissolved on"), null=True)
    dissolved_because = models.CharField(
        _("why it was dissolved"), max_length=500, blank=True
    )
    dissolved_at = models.DateTimeField(null=True)
    dissolved_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"made_by", "dissolved_by"})

    class Meta:
        verbose_name = _("committee")
        ordering = ["dissolved_on", "-pk"]
        constraints = [together("dissolved_on", "dissolved_at", "dissolved_by")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:committee", args=[self.pk])


class Order(OwnedByOrganisation):
    """One order that appoints the members; a later one takes its place."""

    committee = models.ForeignKey(
        Committee, on_delete=models.PROTECT, related_name="orders"
    )
    number = models.CharField(_("number of the order"), max_length=100)
    dated = models.DateField(_("date of the order"))
    starts_on = models.DateField(_("in force from"))
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    personal = frozenset({"entered_by"})

    class Meta:
        verbose_name = _("order that appoints a committee")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "starts_on"], name="meetings_order_one_a_day"
            )
        ]

    def __str__(self) -> str:
        return self.number


class Member(OwnedByOrganisation):
    """Someone an order appoints: a person of the office, or an outsider by name.

    ``name`` and ``position`` are as the order writes them.
    """

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="members")
    place = models.PositiveSmallIntegerField(_("place in the list"), default=0)
    user = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("person of this office"),
    )  # fmt: skip
    name = models.CharField(_("name"), max_length=200)
    position = models.CharField(_("position"), max_length=200, blank=True)
    role = models.CharField(
        _("role in the committee"), max_length=10, choices=MemberRole,
        default=MemberRole.MEMBER,
    )  # fmt: skip
    duties = models.TextField(_("duties of this member"), blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"), null=True)

    personal = frozenset({"user", "name", "position"})

    class Meta:
        verbose_name = _("committee member")
        ordering = ["place", "pk"]
        constraints = [
            one_of("role", MemberRole.values),
            models.UniqueConstraint(
                fields=["order", "user"],
                condition=Q(ends_on__isnull=True),
                name="meetings_member_once",
            ),
            models.UniqueConstraint(
                fields=["order"],
                condition=Q(role=MemberRole.CHAIR, ends_on__isnull=True),
                name="meetings_member_one_chair",
            ),
            models.CheckConstraint(
                name="meetings_member_has_a_name", condition=~Q(name="")
            ),
            models.CheckConstraint(
                name="meetings_member_dates",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.name
