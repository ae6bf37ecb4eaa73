"""The words loans are told apart by: who borrows, for what, how it came back."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class BorrowerKind(TextChoices):
    """Who borrows; the approval matrix reads it."""

    INTERNAL = "internal", _("Someone of this office, for official work")
    AGENCY = "agency", _("Another state agency")
    COMMUNITY = "community", _("A community or group")
    PERSON = "person", _("A resident")


class Benefit(TextChoices):
    """Whom the loan serves; ข้อ 207 forbids everything but the first two."""

    OFFICIAL = "official", _("Official work")
    PUBLIC = "public", _("The public, for example a temple fair or a funeral")
    PRIVATE = "private", _("Private or business use")


class Channel(TextChoices):
    """How a request reached the office."""

    STAFF = "staff", _("In the back office")
    COUNTER = "counter", _("At the counter")
    PUBLIC = "public", _("On the website")


class IdKind(TextChoices):
    """The kind of identity number; nobody has to give one."""

    NONE = "none", _("Not given")
    CITIZEN = "citizen_id", _("Citizen identity card")
    PASSPORT = "passport", _("Passport")
    ALIEN = "alien_id", _("Identity card of a person without Thai nationality")
    JURISTIC = "juristic", _("Number of a juristic person")


class ItemCondition(TextChoices):
    """How an item is at hand-over and how it came back."""

    GOOD = "good", _("Good")
    WORN = "worn", _("Used, in working order")
    DAMAGED = "damaged", _("Damaged")
    LOST = "lost", _("Lost")


class Outcome(TextChoices):
    """What was decided."""

    APPROVED = "approved", _("Approved")
    PARTLY = "partly", _("Approved in part")
    REFUSED = "refused", _("Refused")


class ChaseChannel(TextChoices):
    """How the return was asked for."""

    LETTER = "letter", _("Letter")
    PHONE = "phone", _("Telephone")
    VISIT = "visit", _("Visit")


class Remedy(TextChoices):
    """How damage or loss is made good (ข้อ 209)."""

    REPAIR = "repair", _("Repaired at the borrower's expense")
    REPLACE = "replace", _("Replaced by the same kind and quality")
    PAY = "pay", _("Paid at the price of the day of borrowing")


class ContactReason(TextChoices):
    """Why the borrower is on the list of people to be reminded."""

    DUE_SOON = "due_soon", _("Due in a few days")
    DUE_TODAY = "due_today", _("Due today")


HARMED = (ItemCondition.DAMAGED, ItemCondition.LOST)
"""Conditions that must be made good."""

OUTSIDERS = (BorrowerKind.COMMUNITY, BorrowerKind.PERSON)
"""Borrowers who need a basis in local rules and may not borrow consumables."""
