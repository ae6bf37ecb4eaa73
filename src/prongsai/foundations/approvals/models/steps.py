"""The steps of a memo's chain, what each said, and who declared an interest."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.accounts.models import ActingKind, Role, User
from prongsai.foundations.approvals.models.chains import ASKED
from prongsai.foundations.approvals.models.memos import Memo
from prongsai.foundations.approvals.states import (
    STEP_TONES,
    Hearing,
    Interest,
    Standing,
    StepState,
    Task,
)
from prongsai.foundations.organisations.models import Division, OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of, together

OWN_POST = "own"


class Step(OwnedByOrganisation):
    """One step of one round: who is asked, who answered in which capacity, on what.

    ``proposer`` repeats the memo's, so that the database itself refuses that anybody
    acts on their own request. The capacity is frozen when somebody acts.
    """

    memo = models.ForeignKey(Memo, on_delete=models.PROTECT, related_name="steps")
    proposer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    round = models.PositiveSmallIntegerField()
    order = models.PositiveSmallIntegerField()
    task = models.CharField(pgettext_lazy("memo", "task"), max_length=10, choices=Task)
    role = models.CharField(_("role"), max_length=20, choices=Role)
    division = models.ForeignKey(
        Division,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("division"),
    )
    may_skip_vacant = models.BooleanField(default=False)
    state = models.CharField(
        pgettext_lazy("memo", "state"),
        max_length=20,
        choices=StepState,
        default=StepState.WAITING,
    )
    assigned_to = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    assigned_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    assigned_at = models.DateTimeField(null=True)

    acted_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    acted_at = models.DateTimeField(null=True)
    capacity = models.CharField(
        max_length=20,
        blank=True,
        choices=[(OWN_POST, _("own post")), *ActingKind.choices],
    )
    own_title = models.CharField(max_length=200, blank=True)
    capacity_title = models.CharField(max_length=200, blank=True)
    order_number = models.CharField(max_length=60, blank=True)
    order_date = models.DateField(null=True)

    opinion = models.TextField(pgettext_lazy("memo", "opinion"), blank=True)
    decisions = models.JSONField(default=list)
    assigned_division = models.ForeignKey(
        Division, on_delete=models.PROTECT, null=True, related_name="+"
    )
    declared_free = models.BooleanField(default=False)
    reason_facts = models.TextField(pgettext_lazy("memo", "facts"), blank=True)
    reason_law = models.TextField(_("law and regulations"), blank=True)
    reason_considerations = models.TextField(_("considerations"), blank=True)
    hearing = models.CharField(max_length=20, blank=True, choices=Hearing)
    hearing_note = models.CharField(max_length=300, blank=True)
    appeal_days = models.PositiveSmallIntegerField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    on_paper = models.BooleanField(default=False)
    passed_because = models.CharField(max_length=20, blank=True, choices=Standing)

    personal = frozenset({"proposer", "assigned_to", "assigned_by", "acted_by"})

    class Meta:
        verbose_name = pgettext_lazy("memo", "step")
        ordering = ["round", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["memo", "round", "order"], name="approvals_step_order"
            ),
            one_of("role", [role.value for role in ASKED]),
            one_of("state", StepState.values),
            one_of("task", Task.values),
            together("acted_at", "acted_by"),
            together("assigned_at", "assigned_by", "assigned_to"),
            models.CheckConstraint(
                name="approvals_step_nobody_on_their_own_request",
                condition=models.Q(acted_by__isnull=True)
                | ~models.Q(acted_by=models.F("proposer")),
            ),
            models.CheckConstraint(
                name="approvals_step_given_binds_a_digest",
                condition=~models.Q(state__in=["endorsed", "decided", "refused"])
                | (models.Q(acted_at__isnull=False) & ~models.Q(digest="")),
            ),
            models.CheckConstraint(
                name="approvals_step_declared_free_of_interest",
                condition=~models.Q(state__in=["endorsed", "decided", "refused"])
                | models.Q(declared_free=True),
            ),
            models.CheckConstraint(
                name="approvals_step_refusal_has_reasons",
                condition=~models.Q(state="refused")
                | (
                    ~models.Q(reason_facts="")
                    & ~models.Q(reason_law="")
                    & ~models.Q(reason_considerations="")
                    & ~models.Q(hearing="")
                    & models.Q(appeal_days__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="approvals_step_passed_for_a_reason",
                condition=~models.Q(state__in=["passed_up", "skipped_vacant"])
                | ~models.Q(passed_because=""),
            ),
            models.CheckConstraint(
                name="approvals_step_acting_has_an_order",
                condition=models.Q(capacity__in=["", OWN_POST])
                | ~models.Q(order_number=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order}. {self.get_role_display()}"

    @property
    def is_acting(self) -> bool:
        """Whether the one who acted did so by an order, not in an own post."""
        return self.capacity not in {"", OWN_POST}

    @property
    def tone(self) -> str:
        """Return the tone of the state's badge."""
        return STEP_TONES[StepState(self.state)]


class InterestDeclaration(OwnedByOrganisation):
    """Somebody said of themselves that they may not decide on this memo (ม.13, ม.16)."""

    memo = models.ForeignKey(Memo, on_delete=models.PROTECT, related_name="interests")
    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="interests")
    ground = models.CharField(_("ground"), max_length=20, choices=Interest)
    note = models.CharField(_("note"), max_length=500, blank=True)
    declared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    declared_at = models.DateTimeField()

    personal = frozenset({"ground", "note", "declared_by"})

    class Meta:
        verbose_name = _("declaration of interest")
        ordering = ["declared_at"]
        constraints = [
            one_of("ground", Interest.values),
            models.UniqueConstraint(
                fields=["memo", "declared_by"], name="approvals_interest_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.memo_id}: {self.ground}"
