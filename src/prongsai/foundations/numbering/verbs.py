"""What the verbs of this application mean."""

from django.utils.translation import gettext_lazy as _

VERBS = {"numbering.voided": _("Number declared void")}
