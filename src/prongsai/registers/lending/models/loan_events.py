"""What happens around a loan: decisions, extensions, chasing, settling, publishing."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of, together
from prongsai.registers.lending.models.loan_choices import (
    ChaseChannel,
    ContactReason,
    Outcome,
    Remedy,
)
from prongsai.registers.lending.models.loans import Loan, somebody
from prongsai.registers.lending.states.loans import (
    EXTENSION,
    SETTLEMENT,
    ExtensionState,
    SettlementState,
)


class Extension(OwnedByOrganisation):
    """A wish to keep things longer; decided by whoever decides on the loan."""

    loan = models.ForeignKey(Loan, on_delete=models.CASCADE, related_name="extensions")
    state = models.CharField(
        _("state"), max_length=20, choices=ExtensionState, default=EXTENSION.start
    )
    was_due_on = models.DateField(_("due until now"))
    until = models.DateField(_("new due date"))
    reason = models.CharField(_("reason"), max_length=500)
    asked_by = somebody(_("entered by"))
    asked_at = models.DateTimeField(_("asked"))

    personal = frozenset({"asked_by"})

    class Meta:
        verbose_name = _("extension")
        ordering = ["asked_at", "pk"]
        constraints = [
            one_of("state", ExtensionState.values),
            models.CheckConstraint(
                name="lending_extension_later",
                condition=models.Q(until__gt=models.F("was_due_on")),
            ),
            models.UniqueConstraint(
                fields=["loan"],
                name="lending_extension_one_open",
                condition=models.Q(state=ExtensionState.ASKED),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.loan}: {self.until}"


class Settlement(OwnedByOrganisation):
    """How damage or loss is made good, after the borrower had a chance to be heard."""

    loan = models.OneToOneField(
        Loan, on_delete=models.CASCADE, related_name="settlement"
    )
    state = models.CharField(
        _("state"), max_length=20, choices=SettlementState, default=SETTLEMENT.start
    )
    findings = models.CharField(_("what is damaged or lost"), max_length=1000)
    answer_by = models.DateField(_("the borrower may answer until"))
    opened_by = somebody(_("opened by"))
    opened_at = models.DateTimeField(_("opened"))
    statement = models.CharField(
        _("what the borrower said"), max_length=1000, blank=True
    )
    was_silent = models.BooleanField(_("gave no answer in time"), default=False)
    heard_by = somebody(_("heard by"))
    heard_at = models.DateTimeField(_("heard"), null=True)
    remedy = models.CharField(
        _("made good by"), max_length=20, choices=Remedy, blank=True
    )
    amount = models.DecimalField(
        _("amount in baht"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    proof = models.CharField(
        _("proof: receipt number, repair or delivery note"), max_length=300, blank=True
    )
    fulfilled_by = somebody(_("confirmed by"))
    fulfilled_at = models.DateTimeField(_("made good"), null=True)

    personal = frozenset({"opened_by", "heard_by", "fulfilled_by", "statement"})

    class Meta:
        verbose_name = _("settlement")
        constraints = [
            one_of("state", SettlementState.values),
            together("heard_at", "heard_by"),
            together("fulfilled_at", "fulfilled_by"),
            models.CheckConstraint(
                name="lending_settlement_amount",
                condition=models.Q(amount__isnull=True) | models.Q(amount__gt=0),
            ),
            models.CheckConstraint(
                name="lending_settlement_paid_amount",
                condition=~models.Q(remedy=Remedy.PAY) | models.Q(amount__isnull=False),
            ),
            models.CheckConstraint(
                name="lending_settlement_heard_first",  # ม.30
                condition=models.Q(remedy="") | models.Q(heard_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.loan}: {self.state}"


class LoanDecision(OwnedByOrganisation):
    """A decision about a loan, an extension or a settlement, and in what right.

    ``capacity`` is frozen as it was printed on the day: own post, or acting with the
    number of the order.
    """

    loan = models.ForeignKey(Loan, on_delete=models.CASCADE, related_name="decisions")
    extension = models.OneToOneField(
        Extension, on_delete=models.CASCADE, null=True, related_name="decision"
    )
    settlement = models.OneToOneField(
        Settlement, on_delete=models.CASCADE, null=True, related_name="decision"
    )
    outcome = models.CharField(_("decision"), max_length=20, choices=Outcome)
    rule = models.CharField(_("rule it rests on"), max_length=40)
    benefit_reason = models.CharField(
        _("why it serves official work or the public"), max_length=500, blank=True
    )
    facts = models.CharField(_("facts"), max_length=1000, blank=True)
    law = models.CharField(_("law and regulations"), max_length=1000, blank=True)
    considerations = models.CharField(_("considerations"), max_length=1000, blank=True)
    no_conflict = models.BooleanField(_("declared to have no interest in it"))
    capacity = models.CharField(_("in what right"), max_length=500)
    decided_by = somebody(_("decided by"))
    decided_at = models.DateTimeField(_("decided"))

    personal = frozenset({"decided_by"})

    class Meta:
        verbose_name = _("decision on a loan")
        ordering = ["decided_at", "pk"]
        constraints = [
            one_of("outcome", Outcome.values),
            together("decided_at", "decided_by"),
            models.CheckConstraint(
                name="lending_loandecision_no_conflict",  # ม.13
                condition=models.Q(no_conflict=True),
            ),
            models.CheckConstraint(
                name="lending_loandecision_reasons",  # ม.37
                condition=models.Q(outcome=Outcome.APPROVED)
                | (
                    ~models.Q(facts="")
                    & ~models.Q(law="")
                    & ~models.Q(considerations="")
                ),
            ),
            models.UniqueConstraint(
                fields=["loan"],
                name="lending_loandecision_one",
                condition=models.Q(extension__isnull=True, settlement__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.loan}: {self.outcome}"


class Chase(OwnedByOrganisation):
    """The office asked for things that are overdue: when, how, with what answer."""

    loan = models.ForeignKey(Loan, on_delete=models.CASCADE, related_name="chases")
    channel = models.CharField(_("how"), max_length=20, choices=ChaseChannel)
    letter_number = models.CharField(
        _("number of the letter"), max_length=60, blank=True
    )
    chased_on = models.DateField(_("day"))
    was_due_on = models.DateField(_("was due"))
    chase_by = models.DateField(_("had to be chased by"))
    answer = models.CharField(_("answer"), max_length=500, blank=True)
    recorded_by = somebody(_("recorded by"))
    recorded_at = models.DateTimeField(_("recorded"))

    personal = frozenset({"recorded_by", "answer"})

    class Meta:
        verbose_name = _("chase")
        ordering = ["chased_on", "pk"]
        constraints = [
            one_of("channel", ChaseChannel.values),
            together("recorded_at", "recorded_by"),
            models.CheckConstraint(
                name="lending_chase_letter_number",
                condition=~models.Q(channel=ChaseChannel.LETTER)
                | ~models.Q(letter_number=""),
            ),
            models.CheckConstraint(
                name="lending_chase_overdue",
                condition=models.Q(chased_on__gt=models.F("was_due_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.loan}: {self.chased_on}"

    @property
    def is_late(self) -> bool:
        """Whether it came after the last day the regulation leaves (ข้อ 211)."""
        return self.chased_on > self.chase_by


class Contact(OwnedByOrganisation):
    """A reminder that is due on a day: sent in the house, or a call to be made."""

    loan = models.ForeignKey(Loan, on_delete=models.CASCADE, related_name="contacts")
    reason = models.CharField(_("reason"), max_length=20, choices=ContactReason)
    due_on = models.DateField(_("due back"))
    listed_at = models.DateTimeField(_("listed"))
    reached_by = somebody(_("reminded by"))
    reached_at = models.DateTimeField(_("reminded"), null=True)

    personal = frozenset({"reached_by"})

    class Meta:
        verbose_name = _("reminder")
        ordering = ["due_on", "pk"]
        constraints = [
            one_of("reason", ContactReason.values),
            models.UniqueConstraint(
                fields=["loan", "reason", "due_on"], name="lending_contact_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.loan}: {self.reason}"


class RegisterProposal(OwnedByOrganisation):
    """A register without names that waits for a second person before it is published."""

    year = models.PositiveSmallIntegerField(_("fiscal year"))
    content = models.JSONField(_("content"))
    digest = models.CharField(max_length=64)
    proposed_by = somebody(_("proposed by"))
    proposed_at = models.DateTimeField(_("proposed"))
    confirmed_by = somebody(_("confirmed by"))
    confirmed_at = models.DateTimeField(_("confirmed"), null=True)

    personal = frozenset({"proposed_by", "confirmed_by"})

    class Meta:
        verbose_name = _("proposed register")
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            together("confirmed_at", "confirmed_by"),
            models.UniqueConstraint(
                fields=["organisation", "year"],
                name="lending_registerproposal_one_open",
                condition=models.Q(confirmed_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}"


class Attempt(OwnedByOrganisation):
    """How often one visitor knocked in one hour; the visitor is a digest of the day."""

    door = models.CharField(max_length=40)
    visitor = models.CharField(max_length=64)
    hour = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    personal = frozenset({"visitor"})

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "door", "visitor", "hour"],
                name="lending_attempt_one",
            )
        ]

    def __str__(self) -> str:
        return f"{self.door} {self.count}"
