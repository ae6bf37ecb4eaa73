"""The life of an asset, and the words for its kind, condition and origin."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from prongsai.ita.workflow import Workflow
from prongsai.ui.tables import Tone


class AssetState(TextChoices):
    """Where an asset stands in the register."""

    IN_USE = "in_use", _("In use")
    UNDER_REPAIR = "under_repair", _("Under repair")
    FACT_FINDING = "fact_finding", _("Missing: fact-finding")
    STRUCK_OFF = "struck_off", _("Struck off")


ASSET = Workflow(
    start=AssetState.IN_USE,
    moves={
        AssetState.IN_USE: {
            AssetState.UNDER_REPAIR,
            AssetState.FACT_FINDING,  # ข้อ 214: not found in the annual check
            AssetState.STRUCK_OFF,  # ข้อ 218: after a disposal under ข้อ 215–217
        },
        AssetState.UNDER_REPAIR: {
            AssetState.IN_USE,
            AssetState.FACT_FINDING,
            AssetState.STRUCK_OFF,
        },
        AssetState.FACT_FINDING: {
            AssetState.IN_USE,  # found again
            AssetState.STRUCK_OFF,  # ข้อ 217: written off as lost
        },
    },
)

ASSET_TONES: dict[AssetState, Tone] = {
    AssetState.IN_USE: "ok",
    AssetState.UNDER_REPAIR: "warn",
    AssetState.FACT_FINDING: "bad",
    AssetState.STRUCK_OFF: "plain",
}


class AssetKind(TextChoices):
    """Whether a thing keeps its shape in use or is used up (ข้อ 208, ข้อ 210)."""

    DURABLE = "durable", _("Durable")
    CONSUMABLE = "consumable", _("Consumable")


class Condition(TextChoices):
    """The conditions an annual check tells apart (ข้อ 213)."""

    USABLE = "usable", _("Usable")
    DAMAGED = "damaged", _("Damaged")
    WORN_OUT = "worn_out", _("Worn out")
    LOST = "lost", _("Lost")
    UNNEEDED = "unneeded", _("No longer needed")


CONDITION_TONES: dict[Condition, Tone] = {
    Condition.USABLE: "ok",
    Condition.DAMAGED: "warn",
    Condition.WORN_OUT: "warn",
    Condition.LOST: "bad",
    Condition.UNNEEDED: "plain",
}


class AcquiredHow(TextChoices):
    """How an asset came to the office."""

    BOUGHT = "bought", _("Bought")
    DONATED = "donated", _("Donated")
    TRANSFERRED = "transferred", _("Transferred from another agency")
    MADE = "made", _("Made by the office")
    OTHER = "other", _("Another way")


class Fund(TextChoices):
    """Whose money paid for an asset."""

    BUDGET = "budget", _("Budget of the office")
    SUBSIDY = "subsidy", _("Specific grant")
    RESERVE = "reserve", _("Accumulated fund")
    DONATION = "donation", _("Donated money")
    OTHER = "other", _("Other money")


class DisposalHow(TextChoices):
    """The ways out of the register (ข้อ 215 and ข้อ 217)."""

    SOLD = "sold", _("Sold")
    EXCHANGED = "exchanged", _("Exchanged")
    TRANSFERRED = "transferred", _("Transferred")
    DESTROYED = "destroyed", _("Transformed or destroyed")
    WRITTEN_OFF = "written_off", _("Written off as lost")


class EventKind(TextChoices):
    """What can happen to an asset; one line of its history each."""

    REGISTERED = "registered", _("Entered in the register")
    IMPORTED = "imported", _("Entered from a file")
    EDITED = "edited", _("Entry corrected")
    MOVED = "moved", _("Moved")
    SENT_TO_REPAIR = "sent_to_repair", _("Sent to repair")
    REPAIRED = "repaired", _("Back from repair")
    CONDITION_CHANGED = "condition_changed", _("Condition changed")
    LENT = "lent", _("Lent")
    RETURNED = "returned", _("Returned from a loan")
    COUNTED = "counted", _("Seen in the annual check")
    MISSING = "missing", _("Not found in the annual check")
    FOUND_AGAIN = "found_again", _("Found again")
    CONFIRMED_LOST = "confirmed_lost", _("Loss established")
    STRUCK_OFF = "struck_off", _("Struck off")
