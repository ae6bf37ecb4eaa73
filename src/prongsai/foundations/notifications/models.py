"""Notices people received, the letters that carry them, and how each wants them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.notifications import notices
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of


class Mail(models.TextChoices):
    """When a notice goes out by mail beside the inbox."""

    IMMEDIATE = "immediate", _("at once")
    DIGEST = "digest", _("once a day, together")
    NONE = "none", _("not at all; the inbox is enough")


class Preference(OwnedByOrganisation):
    """How a person wants to be told, and in which language."""

    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="+")
    mail = models.CharField(
        _("by e-mail"), max_length=10, choices=Mail, default=Mail.IMMEDIATE
    )
    language = models.CharField(
        _("language"),
        max_length=2,
        choices=[("th", _("Thai")), ("en", _("English"))],
        default="th",
    )

    personal = frozenset({"user", "mail", "language"})

    class Meta:
        verbose_name = _("preference")
        constraints = [one_of("mail", Mail.values), one_of("language", ["th", "en"])]

    def __str__(self) -> str:
        return f"{self.mail} {self.language}"


class LetterState(models.TextChoices):
    """What became of an e-mail."""

    PENDING = "pending", _("waits to be sent")
    SENT = "sent", _("sent")
    FAILED = "failed", _("could not be sent")


class Letter(OwnedByOrganisation):
    """One e-mail to one person, with one notice or a day's; ``try_at`` is the next try."""

    receiver = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    is_digest = models.BooleanField(default=False)
    state = models.CharField(
        max_length=10, choices=LetterState, default=LetterState.PENDING
    )
    tries = models.PositiveSmallIntegerField(default=0)
    written_at = models.DateTimeField()
    try_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    personal = frozenset({"receiver"})

    class Meta:
        ordering = ["pk"]
        constraints = [
            one_of("state", LetterState.values),
            models.CheckConstraint(
                name="notifications_letter_sent_when",
                condition=models.Q(state=LetterState.SENT, sent_at__isnull=False)
                | (~models.Q(state=LetterState.SENT) & models.Q(sent_at__isnull=True)),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "state", "try_at"])]

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"


class Notification(OwnedByOrganisation):
    """A notice one person received: a code and facts, no text and no content."""

    receiver = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=80)
    facts = models.JSONField(default=dict)
    about = models.CharField(max_length=100)
    url = models.CharField(max_length=300)
    mail = models.CharField(max_length=10, choices=Mail)
    letter = models.ForeignKey(
        Letter, on_delete=models.PROTECT, null=True, related_name="notifications"
    )
    told_at = models.DateTimeField(_("received"))
    told_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    read_at = models.DateTimeField(_("read"), null=True)

    personal = frozenset({"receiver", "told_by", "read_at"})

    class Meta:
        verbose_name = _("notice")
        ordering = ["-told_at", "-pk"]
        constraints = [one_of("mail", Mail.values)]
        indexes = [models.Index(fields=["receiver", "read_at"])]

    def __str__(self) -> str:
        return f"{self.code} {self.about}"

    @property
    def texts(self) -> tuple[str, str]:
        """Subject and body in the current language."""
        return notices.notice(self.code).texts(self.facts)

    @property
    def subject(self) -> str:
        """The subject in the current language."""
        return self.texts[0]

    @property
    def body(self) -> str:
        """The body in the current language."""
        return self.texts[1]
