"""Workers alive, the day's work that was begun, what failed, how far long work is."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of, together


class Worker(models.Model):
    """A process that does background work for every office, and its last sign of life."""

    name = models.CharField(max_length=64, unique=True)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField(db_index=True)

    personal: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return self.name


class DailyRun(OwnedByOrganisation):
    """The work of one office and one day that was put in the queue, once."""

    name = models.CharField(_("work"), max_length=200)
    day = models.DateField(_("day"))
    task = models.CharField(max_length=64, blank=True)
    begun_at = models.DateTimeField(_("put in the queue"))
    done_at = models.DateTimeField(_("done"), null=True)

    class Meta:
        ordering = ["-day", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name", "day"], name="background_dailyrun_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.day:%Y-%m-%d}"


class Failure(OwnedByOrganisation):
    """Background work that did not succeed: what, when, and why by a code."""

    name = models.CharField(_("work"), max_length=200)
    arguments = models.JSONField(default=dict)
    code = models.CharField(_("reason"), max_length=60)
    detail = models.CharField(_("for the technician"), max_length=200, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=1)
    failed_at = models.DateTimeField(_("failed"))
    again_at = models.DateTimeField(_("tried again"), null=True)
    again_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"again_by"})

    class Meta:
        ordering = ["-failed_at", "-pk"]
        constraints = [together("again_at", "again_by")]

    def __str__(self) -> str:
        return f"{self.name} {self.code}"


class ProgressState(models.TextChoices):
    """How long work stands."""

    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")


class Progress(OwnedByOrganisation):
    """How far a long piece of work is; the person who began it may leave and come back."""

    name = models.CharField(_("work"), max_length=200)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=ProgressState,
        default=ProgressState.WAITING,
    )
    done = models.PositiveIntegerField(_("done"), default=0)
    total = models.PositiveIntegerField(_("out of"), default=0)
    url = models.CharField(_("where the result is"), max_length=300, blank=True)
    started_at = models.DateTimeField(_("begun"))
    started_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    finished_at = models.DateTimeField(_("finished"), null=True)

    personal = frozenset({"started_by"})

    class Meta:
        ordering = ["-started_at", "-pk"]
        constraints = [
            one_of("state", ProgressState.values),
            models.CheckConstraint(
                name="background_progress_within",
                condition=models.Q(done__lte=models.F("total")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.done}/{self.total}"

    @property
    def percent(self) -> int:
        """How much is done, in hundredths; an unknown whole is nothing yet."""
        if self.state == ProgressState.DONE:
            return 100
        return self.done * 100 // self.total if self.total else 0

    @property
    def is_finished(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in {ProgressState.DONE, ProgressState.FAILED}
