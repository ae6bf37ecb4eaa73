"""What the verbs of this application mean."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "audit.read": _("Personal data read"),
    "audit.exported": _("History exported"),
    "audit.verification-asked": _("Verification of the history asked for"),
    "audit.verified": _("History verified"),
}
