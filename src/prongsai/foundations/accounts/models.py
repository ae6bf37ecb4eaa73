"""People, their posts, and the orders by which one acts for another."""

from datetime import date
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Division, OwnedByOrganisation
from prongsai.foundations.records.versions import Versioned


class Role(models.TextChoices):
    """What a post lets its holder do."""

    OFFICER = "officer", _("Officer")
    SUPPLY_OFFICER = "supply_officer", _("Supply officer")
    ANALYST = "analyst", _("Plan and policy analyst")
    HEAD = "head", _("Head of division")
    CLERK = "clerk", _("Chief permanent officer")
    MAYOR = "mayor", _("Head of the office")
    AUDITOR = "auditor", _("Auditor")
    ADMINISTRATOR = "administrator", _("Administrator")


class UserManager(BaseUserManager["User"]):
    """Finds people of the current office only: sign-in libraries look people up here."""

    def get_queryset(self) -> models.QuerySet["User"]:
        """Return the people of the current office; nobody when there is none."""
        return super().get_queryset().filter(organisation=tenancy.current())


class User(AbstractBaseUser, OwnedByOrganisation, Versioned):
    """Someone who works for one office and can sign in."""

    username = models.CharField(_("user name"), max_length=150)
    email = models.EmailField(_("e-mail"), blank=True)
    prefix = models.CharField(_("prefix"), max_length=40, blank=True)
    first_name = models.CharField(_("first name"), max_length=100)
    last_name = models.CharField(_("last name"), max_length=100)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    is_active = models.BooleanField(_("may sign in"), default=True)
    date_joined = models.DateTimeField(_("since"), auto_now_add=True)

    objects = UserManager()
    remembered: "dict[date, Any] | None" = None
    """What this person may do, asked once a request; ``None`` outside of requests."""

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["first_name", "last_name"]

    personal = frozenset(
        {
            "username", "email", "prefix", "first_name", "last_name", "phone",
            "password", "last_login",
        }
    )  # fmt: skip

    class Meta:
        verbose_name = _("person")
        ordering = ["first_name", "last_name", "pk"]
        constraints = [
            models.UniqueConstraint(
                "organisation",
                Lower("username"),
                name="accounts_user_username",
                violation_error_message=_("Someone here already has this user name."),
            ),
            models.UniqueConstraint(
                "organisation",
                Lower("email"),
                name="accounts_user_email",
                condition=~models.Q(email=""),
                violation_error_message=_("Someone here already has this e-mail."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_full_name()

    def get_absolute_url(self) -> str:
        """Return the page on which an administrator keeps this person."""
        return reverse("people:person", args=[self.pk])

    def get_full_name(self) -> str:
        """Return prefix, first and last name as on a document."""
        return f"{self.prefix}{self.first_name} {self.last_name}".strip()

    def get_short_name(self) -> str:
        """Return the first name."""
        return self.first_name


class Post(OwnedByOrganisation):
    """A post a person holds for a time: role, division (none for the whole office), title."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(_("role"), max_length=20, choices=Role)
    division = models.ForeignKey(
        Division,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name=_("division"),
    )
    title_th = models.CharField(_("title in Thai"), max_length=200)
    title_en = models.CharField(_("title in English"), max_length=200, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"), null=True, blank=True)

    personal = frozenset({"user"})

    class Meta:
        verbose_name = _("post")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="accounts_post_dates",
                condition=models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
            )
        ]

    def __str__(self) -> str:
        return self.title_th


class ActingKind(models.TextChoices):
    """The three captions the law tells apart; the order number is printed with them."""

    ACTING = "acting", _("acting for (post vacant or holder away)")
    ON_BEHALF = "on_behalf", _("on behalf of (by delegation)")
    IN_POSITION = "in_position", _("holding the position temporarily")


class ActingAppointment(OwnedByOrganisation):
    """An order by which a person does another post's work from one day to another."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="acting")
    kind = models.CharField(_("kind"), max_length=20, choices=ActingKind)
    role = models.CharField(_("role"), max_length=20, choices=Role)
    division = models.ForeignKey(
        Division,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("division"),
    )
    title_th = models.CharField(_("title of the post, in Thai"), max_length=200)
    title_en = models.CharField(
        _("title of the post, in English"), max_length=200, blank=True
    )
    order_number = models.CharField(_("order number"), max_length=60)
    order_date = models.DateField(_("date of the order"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))

    personal = frozenset({"user"})

    class Meta:
        verbose_name = _("acting appointment")
        ordering = ["-starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="accounts_acting_dates",
                condition=models.Q(ends_on__gte=models.F("starts_on")),
            ),
            models.CheckConstraint(
                name="accounts_acting_order",
                condition=~models.Q(order_number=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title_th} ({self.order_number})"
