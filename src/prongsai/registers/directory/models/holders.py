"""The people of the directory, the terms they hold seats for, and corrections of those."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.records.constraints import together
from prongsai.foundations.records.versions import Versioned
from prongsai.registers.directory.models.seats import Seat


class Officeholder(OwnedByOrganisation, Versioned):
    """Somebody who holds or held a seat; everything here is meant for the public."""

    prefix = models.CharField(_("prefix"), max_length=40, blank=True)
    first_name = models.CharField(_("first name"), max_length=100)
    last_name = models.CharField(_("last name"), max_length=100)
    name_en = models.CharField(
        _("name in English"),
        max_length=200,
        blank=True,
        help_text=_("Whole, with prefix. Empty: the Thai name is shown."),
    )
    user = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("person of this office"),
    )
    phone = models.CharField(
        _("public telephone"),
        max_length=60,
        blank=True,
        help_text=_("A number of the office, never a private one."),
    )
    email = models.EmailField(_("public e-mail"), blank=True)
    photo = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("photo"),
    )
    photo_alt_th = models.CharField(
        _("what the photo shows, in Thai"), max_length=200, blank=True
    )
    photo_alt_en = models.CharField(
        _("what the photo shows, in English"), max_length=200, blank=True
    )

    personal = frozenset(
        {
            "prefix", "first_name", "last_name", "name_en", "user", "phone", "email",
            "photo", "photo_alt_th", "photo_alt_en",
        }
    )  # fmt: skip

    class Meta:
        verbose_name = pgettext_lazy("directory", "person of the directory")
        ordering = ["first_name", "last_name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="directory_holder_has_a_name",
                condition=~Q(first_name="") & ~Q(last_name=""),
            ),
            models.CheckConstraint(
                name="directory_holder_photo_described",
                condition=Q(photo__isnull=True) | ~Q(photo_alt_th=""),
            ),
        ]

    def __str__(self) -> str:
        if get_language() == "en" and self.name_en:
            return self.name_en
        return self.name_th

    def get_absolute_url(self) -> str:
        """Return the page of the person in the back office."""
        return reverse("directory:person", args=[self.pk])

    @property
    def name_th(self) -> str:
        """Prefix, first and last name as on a document."""
        return f"{self.prefix}{self.first_name} {self.last_name}"


class Term(OwnedByOrganisation, Versioned):
    """From when to when somebody holds a seat, and by which order or announcement.

    Full terms of one seat never overlap (``promises.py``); somebody may act besides.
    A term entered by mistake is struck with a reason, it counts no more.
    """

    seat = models.ForeignKey(
        Seat,
        on_delete=models.PROTECT,
        related_name="terms",
        verbose_name=pgettext_lazy("directory", "position"),
    )
    holder = models.ForeignKey(
        Officeholder,
        on_delete=models.PROTECT,
        related_name="terms",
        verbose_name=_("person"),
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    is_acting = models.BooleanField(_("acting"), default=False)
    basis = models.CharField(_("order or announcement"), max_length=300)
    struck_because = models.CharField(
        _("why it was struck"), max_length=500, blank=True
    )
    struck_at = models.DateTimeField(null=True)
    struck_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"holder", "struck_by"})

    class Meta:
        verbose_name = _("term of office")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            together("struck_at", "struck_by"),
            models.CheckConstraint(
                name="directory_term_dates",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day lies before the first."),
            ),
            models.CheckConstraint(
                name="directory_term_has_a_basis", condition=~Q(basis="")
            ),
            models.CheckConstraint(
                name="directory_term_struck_because",
                condition=Q(struck_at__isnull=True) | ~Q(struck_because=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seat} – {self.holder}"


class TermCorrection(OwnedByOrganisation):
    """What a term said before it was corrected, and why; never changed."""

    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="corrections")
    holder = models.ForeignKey(Officeholder, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("last day"), null=True)
    is_acting = models.BooleanField(_("acting"))
    basis = models.CharField(_("order or announcement"), max_length=300)
    reason = models.CharField(_("reason"), max_length=500)
    corrected_at = models.DateTimeField()
    corrected_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    personal = frozenset({"holder", "corrected_by"})

    class Meta:
        verbose_name = _("correction of a term")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="directory_correction_has_a_reason", condition=~Q(reason="")
            )
        ]

    def __str__(self) -> str:
        return self.reason
