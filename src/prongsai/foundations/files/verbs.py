"""What the verbs of this application mean."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "files.claimed": _("File attached"),
    "files.discarded": _("Received file taken back"),
    "files.expired": _("Received file removed, because it was not used in time"),
    "files.forgotten": _("File removed, because its time was over"),
    "files.bytes-missing": _("Content of a file found missing"),
    "files.published": _("Public copy of a file made"),
    "files.hidden": _("Public copy of a file hidden"),
}
